package io.huiyin.complaint.imports;

import io.huiyin.kernel.command.Fingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The uploaded files; with several instances their folder is shared. */
@ApplicationScoped
class ImportFiles {

    private static final Logger LOG = Logger.getLogger(ImportFiles.class);

    private final Path folder;

    ImportFiles(@ConfigProperty(name = "huiyin.imports.dir") String folder) {
        this.folder = Path.of(folder);
    }

    Path path(UUID id) {
        return folder.resolve(id + ".data");
    }

    /** Moves an upload to its place and makes sure that it is on disk. */
    void keep(Path upload, UUID id) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(upload, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(upload, path(id), StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the upload", e);
        }
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            LOG.warnf("the file of import %s stays behind: %s", id, e.getMessage());
        }
    }

    /** SHA-256 of a file's content. */
    static String digest(Path file) {
        MessageDigest digest = Fingerprint.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.read(buffer);
            while (read >= 0) {
                digest.update(buffer, 0, read);
                read = in.read(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the upload", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
