package io.huiyin.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Held by the one process that may run what is in a data folder, or put something else there; ends with that process at the latest. */
final class FolderLock implements AutoCloseable {

    private final DataFolder folder;
    private final FileChannel channel;

    private FolderLock(DataFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** The lock, or nothing while another process holds it. */
    static Optional<FolderLock> tryTake(DataFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new FolderLock(folder, channel));
    }

    /** The lock; refuses a folder on which an installation runs. */
    static FolderLock take(DataFolder folder) throws IOException {
        Optional<FolderLock> lock = tryTake(folder);
        if (lock.isEmpty()) {
            String pid = ProcessRecord.read(folder.supervisor())
                    .map(record -> " (pid " + record.pid() + ")")
                    .orElse("");
            throw new UserError("Huiyin is already running on " + folder.root() + pid + "; stop it with deploy/down"
                    + Installation.dataOption(folder));
        }
        return lock.get();
    }

    /** What is held. */
    DataFolder folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
