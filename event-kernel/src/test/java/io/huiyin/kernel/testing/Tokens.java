package io.huiyin.kernel.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bearer tokens for tests, signed with the embedded stack's key. */
public final class Tokens {

    private Tokens() {}

    /** A token of a person called like his first role. */
    public static String of(String... roles) {
        return named(roles[0], roles);
    }

    public static String named(String name, String... roles) {
        return sign(claims(name, Instant.now().plusSeconds(3600), roles), key());
    }

    /** A token of a person with a limit of his own. */
    public static String limited(String role, String limit) {
        return sign(claims(role, Instant.now().plusSeconds(3600), role).claim("limit", limit), key());
    }

    /** A token of a system that posts for a source. */
    public static String system(String source, String... roles) {
        return sign(claims(source, Instant.now().plusSeconds(3600), roles).claim("source", source), key());
    }

    public static String expired(String... roles) {
        return sign(claims(roles[0], Instant.now().minusSeconds(3600), roles), key());
    }

    /** Signed with a key nobody knows. */
    public static String forged(String... roles) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return sign(
                    claims(roles[0], Instant.now().plusSeconds(3600), roles),
                    generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JwtClaimsBuilder claims(String name, Instant expires, String... roles) {
        return Jwt.issuer("https://huiyin.local")
                .audience("huiyin")
                .subject(name)
                .upn(name)
                .claim("name", name)
                .groups(Set.of(roles))
                .issuedAt(expires.minusSeconds(7200))
                .expiresAt(expires);
    }

    private static String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.sign(key);
    }

    private static PrivateKey key() {
        @Nullable String data = System.getProperty(EmbeddedStack.DATA);
        try {
            return KeyUtils.decodePrivateKey(Files.readString(Path.of(String.valueOf(data), "keys", "private.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
