package io.huiyin.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Copies files, tells what was copied, and makes sure that it is on disk. */
final class CheckedCopy {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final int AT_A_TIME = 16;

    private CheckedCopy() {}

    /** What a file holds: its length, and SHA-256 over all of it in hexadecimal. */
    record Sum(long bytes, String sha256) {}

    /** Makes a folder, and those above it, that only its owner may look into. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, OWNER_ONLY_FOLDER);
    }

    /** Copies what the source holds now to a new file that only its owner may read. */
    static Sum copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            return write(in, to);
        }
    }

    /** Writes a new file that only its owner may read. */
    static Sum write(InputStream content, Path to) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        try (FileChannel out =
                FileChannel.open(to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
                ByteBuffer taken = ByteBuffer.wrap(buffer, 0, read);
                while (taken.hasRemaining()) {
                    out.write(taken);
                }
            }
        }
        return new Sum(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Makes sure that what a file holds, or the names in a folder, are on disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The same for many, several at a time: a file system settles together what is asked of it together. */
    static void force(Collection<Path> paths) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<@Nullable Void>> forced = new ArrayList<>(paths.size());
            for (Path path : paths) {
                forced.add(threads.submit(() -> {
                    force(path);
                    return null;
                }));
            }
            for (Future<@Nullable Void> one : forced) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("not everything is on disk: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
