package io.huiyin.report;

import io.huiyin.kernel.testing.TestLog;
import org.jspecify.annotations.Nullable;

/** The other services' logs, one each for all tests of a run. */
final class Logs {

    private static @Nullable TestLog complaints;
    private static @Nullable TestLog followUps;
    private static @Nullable TestLog nonconformities;

    private Logs() {}

    static synchronized TestLog complaints() {
        TestLog log = complaints == null ? TestLog.create("complaint-events", "/complaint-service") : complaints;
        complaints = log;
        return log;
    }

    static synchronized TestLog followUps() {
        TestLog log = followUps == null ? TestLog.create("followup-events", "/followup-service") : followUps;
        followUps = log;
        return log;
    }

    static synchronized TestLog nonconformities() {
        TestLog log = nonconformities == null
                ? TestLog.create("nonconformity-events", "/nonconformity-service")
                : nonconformities;
        nonconformities = log;
        return log;
    }
}
