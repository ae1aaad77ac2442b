package io.huiyin.report;

import io.huiyin.kernel.decide.Context;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of the workflow: who took it, when, and what he had to say. */
public record Signature(Person by, Instant at, @Nullable String remark) {

    static Signature now(Context context, @Nullable String remark) {
        return new Signature(Person.of(context.actor()), context.now(), remark);
    }
}
