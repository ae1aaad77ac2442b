package io.huiyin.kernel.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;

/** Faults of JSON that came another way than as a request's body. */
public final class StrictJson {

    private StrictJson() {}

    /** The fault, with its pointer below the part it came in. */
    public static InvalidInput invalid(String part, JsonProcessingException failure) {
        FieldFault fault = StrictJsonReader.fault(failure);
        return new InvalidInput(part + (fault.pointer().equals("/") ? "" : fault.pointer()), fault.detail());
    }
}
