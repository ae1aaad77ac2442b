package io.huiyin.kernel.relay;

import java.util.List;

/** How far the log reaches, as a session of the relay knows it: it may grow, but what it has acknowledged may not vanish (G2). */
final class LogEnds {

    private final long[] ends;

    LogEnds(List<LogTail> tails) {
        ends = tails.stream().mapToLong(LogTail::end).toArray();
    }

    /**
     * A partition has acknowledged a record.
     *
     * @throws IllegalStateException when it stands where another one stood
     */
    void took(int partition, long offset) {
        if (offset < ends[partition]) {
            throw new IllegalStateException("the log has lost the end of its partition " + partition);
        }
        ends[partition] = offset + 1;
    }

    /** Whether partitions that end there still hold all of it. */
    boolean areHeldBy(List<Long> now) {
        for (int partition = 0; partition < ends.length; partition++) {
            if (now.get(partition) < ends[partition]) {
                return false;
            }
        }
        return true;
    }
}
