package io.huiyin.bench.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** How long this disk takes to keep 8 kB for good ({@code fdatasync}): the floor of every commit. */
final class SyncLatency {

    private static final Duration LENGTH = Duration.ofSeconds(1);
    private static final int BLOCK = 8192;

    private SyncLatency() {}

    /** Measured in this folder; the median in microseconds. */
    static double medianMicros(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "sync", null);
        Histogram times = new Histogram(3);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            long end = System.nanoTime() + LENGTH.toNanos();
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                channel.write(block.rewind(), 0);
                channel.force(false);
                times.recordValue(System.nanoTime() - began);
            }
        } finally {
            Files.delete(file);
        }
        return times.getValueAtPercentile(50) / 1e3;
    }
}
