package io.huiyin.bench.run;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param length how long it was kept up
 * @param lasted how long until the last was answered
 * @param inTime how many were answered well within that time
 * @param answers how many were answered at all, by status
 * @param latency of those answered well, in nanoseconds
 * @param ownCpu what sending and receiving cost this process
 */
record Outcome(
        Duration length, Duration lasted, long inTime, Map<Integer, Long> answers, Histogram latency, Duration ownCpu) {

    /** Answered well per second. */
    double rate() {
        return inTime / seconds(length);
    }

    /** Answered well at all: 2xx. */
    long good() {
        return latency.getTotalCount();
    }

    /** Answered otherwise. */
    long bad() {
        return answers.values().stream().mapToLong(Long::longValue).sum() - good();
    }

    /** In milliseconds. */
    double percentile(double percent) {
        return latency.getValueAtPercentile(percent) / 1e6;
    }

    /** In milliseconds. */
    double max() {
        return latency.getMaxValue() / 1e6;
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
