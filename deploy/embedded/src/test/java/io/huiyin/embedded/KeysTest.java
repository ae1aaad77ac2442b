package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnce() throws IOException {
        Keys first = Keys.in(folder.resolve("keys"));
        String publicKey = Files.readString(first.publicKeyFile());
        Keys second = Keys.in(folder.resolve("keys"));
        assertEquals(first.privateKey(), second.privateKey());
        assertEquals(publicKey, Files.readString(second.publicKeyFile()));
        assertEquals(2048, first.privateKey().getModulus().bitLength());
    }

    @Test
    void passwordsAreMadeOnceAndAreDifferent() throws IOException {
        Passwords passwords = Keys.in(folder.resolve("keys")).passwords();
        assertEquals(passwords, Keys.in(folder.resolve("keys")).passwords());
        assertNotEquals(passwords.owner(), passwords.app());
    }

    @Test
    void onlyTheOwnerReadsSecrets() throws IOException {
        Path keys = folder.resolve("keys");
        Passwords made = Keys.in(keys).passwords();
        assertEquals(48, made.app().length());
        for (String secret : new String[] {"private.pem", "owner.password", "app.password", "postgres.password"}) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(secret))),
                    secret);
        }
    }
}
