package io.huiyin.nonconformity.rules;

import io.huiyin.nonconformity.Disposition;

/** Nothing is carried out but what was approved, as it was approved. NCR-32. */
public final class ExecutingStrictly {

    private ExecutingStrictly() {}

    public static boolean isAllowed(Disposition disposition) {
        return disposition.status() == Disposition.Status.APPROVED;
    }
}
