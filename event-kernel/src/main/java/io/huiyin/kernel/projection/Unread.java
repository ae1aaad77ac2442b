package io.huiyin.kernel.projection;

import java.util.List;

/** Records that were read together and are handed out in batches, of which none holds more events of interest than a view takes. */
final class Unread {

    private final int most;
    private List<Delivered> records = List.of();

    /**
     * Nothing yet.
     *
     * @param most the most events of interest in a batch
     */
    Unread(int most) {
        this.most = most;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** These, and none of what there was. */
    void replace(List<Delivered> read) {
        records = read;
    }

    /** The longest batch; empty when there is none. */
    List<Delivered> next() {
        int wanted = 0;
        int end = 0;
        while (end < records.size() && (wanted < most || !records.get(end).wanted())) {
            if (records.get(end).wanted()) {
                wanted++;
            }
            end++;
        }
        List<Delivered> batch = records.subList(0, end);
        records = records.subList(end, records.size());
        return batch;
    }
}
