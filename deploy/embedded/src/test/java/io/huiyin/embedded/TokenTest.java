package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void theSubjectIsTheFirstRoleUnlessNamed() {
        assertEquals("agent", claims("agent,quality").get("sub"));
        Map<String, Object> named = claims("agent", "--name", "李雷");
        assertEquals("李雷", named.get("sub"));
        assertEquals("李雷", named.get("upn"));
        assertEquals("李雷", named.get("name"));
    }

    @Test
    void rolesAreGroups() {
        assertEquals(List.of("agent", "quality"), claims("agent,quality").get("groups"));
    }

    @Test
    void whatIsNotGivenIsNoClaim() {
        assertEquals(
                Set.of("iss", "aud", "sub", "upn", "name", "groups", "iat", "exp"),
                claims("agent").keySet());
    }

    @Test
    void departmentLimitAndSourceAreClaims() {
        Map<String, Object> claims = claims("quality", "--department", "QA", "--limit", "5000.00", "--source", "crm-7");
        assertEquals("QA", claims.get("department"));
        assertEquals("5000.00", claims.get("limit"));
        assertEquals("crm-7", claims.get("source"));
    }

    @Test
    void itHoldsForTwelveHoursUnlessToldOtherwise() {
        assertEquals(NOW.getEpochSecond() + 43_200, claims("agent").get("exp"));
        assertEquals(
                NOW.getEpochSecond() + 60, claims("agent", "--expires-in", "60").get("exp"));
    }

    @Test
    void anExpiredOneWasIssuedBeforeItExpired() {
        Map<String, Object> claims = claims("agent", "--expires-in", "-60");
        assertEquals(NOW.getEpochSecond() - 60, claims.get("exp"));
        assertEquals(NOW.getEpochSecond() - 60, claims.get("iat"));
    }

    @Test
    void anUnknownRoleIsRefused() {
        UserError refused = assertThrows(UserError.class, () -> claims("agent,agnet"));
        assertEquals(2, refused.exitCode());
        assertTrue(refused.getMessage().startsWith("unknown role 'agnet', there are: intake, "));
        assertFalse(refused.getMessage().contains("\n"));
    }

    @Test
    void aLimitMustBeAnAmount() {
        assertThrows(UserError.class, () -> claims("agent", "--limit", "much"));
        assertThrows(UserError.class, () -> claims("agent", "--limit", "-1"));
    }

    @Test
    void thePublicKeyVerifiesTheSignature(@TempDir Path folder) throws Exception {
        Keys keys = Keys.in(folder.resolve("keys"));
        String[] parts =
                Token.sign(claims("agent", "--name", "a\"b"), keys.privateKey()).split("\\.", -1);
        assertEquals(3, parts.length);
        assertEquals("{\"alg\":\"RS256\"}", decode(parts[0]));
        assertTrue(decode(parts[1]).contains("\"sub\":\"a\\\"b\""), decode(parts[1]));
        assertTrue(decode(parts[1]).contains("\"groups\":[\"agent\"]"), decode(parts[1]));

        String pem = Files.readString(keys.publicKeyFile()).replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
    }

    private static Map<String, Object> claims(String... words) {
        Options options = Options.parse(
                List.of(words),
                Set.of(),
                Set.of("--name", "--department", "--limit", "--source", "--expires-in"),
                true);
        return Token.claims(options, NOW);
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
