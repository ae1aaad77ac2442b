package io.huiyin.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A disk so small that it can be filled: a file system in memory, which only root may mount. */
final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private final Path mount;

    private SmallDisk(Path mount) {
        this.mount = mount;
    }

    /** Mounts one of so many megabytes. */
    static SmallDisk mount(Path at, int megabytes) throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            throw new Fault.Skipped("only root may mount a small disk");
        }
        Files.createDirectories(at);
        String said = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", at.toString());
        if (!said.isEmpty()) {
            throw new Fault.Skipped("no small disk can be mounted: " + said);
        }
        return new SmallDisk(at);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor(10, TimeUnit.SECONDS);
        return process.exitValue() == 0 ? "" : said + " (exit code " + process.exitValue() + ")";
    }

    /** Moves a folder here; where it was a link leads to it. */
    void takeIn(Path folder) throws IOException, InterruptedException {
        copy(folder, place(folder));
        run("rm", "-rf", folder.toString());
        Files.createSymbolicLink(folder, place(folder));
    }

    /** Moves it back. */
    void giveBack(Path folder) throws IOException, InterruptedException {
        Files.delete(folder);
        copy(place(folder), folder);
    }

    private Path place(Path folder) {
        return mount.resolve(String.valueOf(folder.getFileName()));
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        String said = run("cp", "-a", "--sparse=always", from.toString(), to.toString());
        if (!said.isEmpty()) {
            throw new IOException("cannot copy " + from + ": " + said);
        }
    }

    /** Leaves room for nothing. */
    void fill() {
        byte[] piece = new byte[PIECE];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(piece);
            }
        } catch (IOException e) {
            // It is full.
        }
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return mount.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", mount.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(mount);
    }
}
