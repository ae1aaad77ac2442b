package io.huiyin.kernel.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A business rule says no. Answered as 409 with the rule's id. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final @Nullable String detail;
    private final transient List<FieldFault> faults;

    public Refused(Refusal refusal) {
        this(refusal, null, List.of());
    }

    public Refused(Refusal refusal, @Nullable String detail) {
        this(refusal, detail, List.of());
    }

    public Refused(Refusal refusal, @Nullable String detail, List<FieldFault> faults) {
        super(refusal.slug(), null, false, false);
        this.refusal = refusal;
        this.detail = detail;
        this.faults = faults;
    }

    public Refusal refusal() {
        return refusal;
    }

    public @Nullable String detail() {
        return detail;
    }

    public List<FieldFault> faults() {
        return faults;
    }
}
