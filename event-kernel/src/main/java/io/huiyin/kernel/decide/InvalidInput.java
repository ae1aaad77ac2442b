package io.huiyin.kernel.decide;

import java.util.List;

/** The request itself is malformed. Answered as 400 naming each field. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldFault> faults;

    public InvalidInput(List<FieldFault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public InvalidInput(String pointer, String detail) {
        this(List.of(new FieldFault(pointer, detail)));
    }

    public List<FieldFault> faults() {
        return faults;
    }
}
