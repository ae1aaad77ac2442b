package io.huiyin.nonconformity;

import io.huiyin.kernel.testing.TestLog;
import org.jspecify.annotations.Nullable;

/** The complaint service's log, which the tests of this run share: its chain of positions goes on from test to test. */
public final class ComplaintLog {

    private static @Nullable TestLog log;

    private ComplaintLog() {}

    /** The log; created by whoever asks first. */
    public static synchronized TestLog open() {
        TestLog opened = log;
        if (opened == null) {
            opened = TestLog.create("complaint-events", "/complaint-service");
            log = opened;
        }
        return opened;
    }
}
