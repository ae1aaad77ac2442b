package io.huiyin.kernel.relay;

import java.util.List;

/** How far the log reaches, as a session of the relay knows it: it may grow, but what it has acknowledged may not vanish (G2). */
final class LogEnds {

    private final long[] ends;
    private final int[] leaderEpochs;

    /**
     * The ends as they are found.
     *
     * @param before looked at before the tails were read
     */
    LogEnds(List<RelayLog.End> before, List<LogTail> tails) {
        leaderEpochs = before.stream().mapToInt(RelayLog.End::leaderEpoch).toArray();
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

    /**
     * Whether partitions that end there still hold all of it for sure. Under another leader they may have been cut, and what a relay
     * that lost its lease had on its way may have filled the place.
     */
    boolean areHeldBy(List<RelayLog.End> now) {
        for (int partition = 0; partition < ends.length; partition++) {
            RelayLog.End end = now.get(partition);
            if (end.offset() < ends[partition] || end.leaderEpoch() != leaderEpochs[partition]) {
                return false;
            }
        }
        return true;
    }
}
