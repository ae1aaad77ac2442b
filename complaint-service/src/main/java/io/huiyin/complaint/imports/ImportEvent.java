package io.huiyin.complaint.imports;

import io.huiyin.kernel.event.EventName;

/** Facts about one import. */
public sealed interface ImportEvent {

    /** A file was handed in. */
    @EventName("complaint-import-started")
    record ImportStarted(String fileName, long bytes, String sourceSystem, String deduplicate) implements ImportEvent {}

    /** Every row was read. */
    @EventName("complaint-import-completed")
    record ImportCompleted(long rowsRead, long accepted, long duplicates, long rejected) implements ImportEvent {}

    /** The file could not be read to its end. */
    @EventName("complaint-import-failed")
    record ImportFailed(String reason, long rowsRead) implements ImportEvent {}
}
