package io.huiyin.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** What an installation keeps secret: the key that signs its tokens and the passwords of its database, each made once. */
public final class Keys {

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    /** The keys in this folder; makes the key pair if there is none yet. */
    static Keys in(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Keys keys = new Keys(folder);
        try (FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Held until the channel closes: two commands may come for the first time at once.
            channel.lock();
            if (!Files.exists(keys.privateKeyFile()) || !Files.exists(keys.publicKeyFile())) {
                keys.makeKeyPair();
            }
        }
        return keys;
    }

    Path publicKeyFile() {
        return folder.resolve("public.pem");
    }

    private Path privateKeyFile() {
        return folder.resolve("private.pem");
    }

    RSAPrivateKey privateKey() throws IOException {
        String body = Files.readString(privateKeyFile()).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return (RSAPrivateKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UserError(privateKeyFile() + " is no PKCS8 private key: " + e.getMessage());
        }
    }

    /** The passwords of the database, made at random the first time. */
    Passwords passwords() throws IOException {
        return new Passwords(password("postgres"), password("owner"), password("app"));
    }

    private String password(String name) throws IOException {
        Path file = folder.resolve(name + ".password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            write(file, HexFormat.of().formatHex(random) + "\n", "rw-------");
        }
        return Files.readString(file).strip();
    }

    private void makeKeyPair() throws IOException {
        KeyPair pair;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        write(privateKeyFile(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()), "rw-------");
        write(publicKeyFile(), pem("PUBLIC KEY", pair.getPublic().getEncoded()), "rw-r--r--");
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    /** Writes a file that is either whole or absent and never readable by more than its permissions say. */
    private void write(Path file, String content, String permissions) throws IOException {
        Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
