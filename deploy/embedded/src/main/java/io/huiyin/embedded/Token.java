package io.huiyin.embedded;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints a bearer token for the local installation: what an identity provider does elsewhere. */
public final class Token {

    private static final String USAGE = "usage: deploy/token ROLE[,ROLE...] [--name NAME] [--department DEPT]"
            + " [--limit AMOUNT] [--source SYSTEM] [--expires-in SECONDS] [--data DIR]";

    private static final List<String> ROLES = List.of(
            "intake",
            "agent",
            "complaint-owner",
            "followup-agent",
            "followup-supervisor",
            "quality",
            "engineering",
            "production",
            "technician",
            "dispatcher",
            "warehouse",
            "finance",
            "purchasing",
            "inspector",
            "mrb-site",
            "mrb-company",
            "department-head",
            "gm-office",
            "general-manager",
            "chairman",
            "factory-director",
            "chief-engineer",
            "management-rep",
            "leader",
            // Whom only some profiles name (ncr.authority.roles).
            "quality-director",
            "quality-committee",
            "project-lead",
            "store-quality-officer",
            "company-quality-officer",
            "auditor",
            "bi",
            "admin");

    private static final Duration USUAL_LIFE = Duration.ofHours(12);

    private Token() {}

    /** Arguments: see the usage line. */
    public static void main(String[] args) {
        System.exit(Command.run(USAGE, () -> print(List.of(args))));
    }

    private static void print(List<String> words) throws IOException {
        Options options = options(words);
        if (options.has("--help")) {
            System.out.println(USAGE);
            return;
        }
        Map<String, Object> claims = claims(options, Instant.now());
        DataFolder folder =
                DataFolder.open(options.value("--data").map(Path::of).orElseGet(Installation::defaultDataFolder));
        System.out.println(sign(claims, Keys.in(folder.keys()).privateKey()));
    }

    static Options options(List<String> words) {
        return Options.parse(
                words,
                Set.of("--help"),
                Set.of("--name", "--department", "--limit", "--source", "--expires-in", "--data"),
                true);
    }

    static Map<String, Object> claims(Options options, Instant now) {
        List<String> roles = roles(options.argument().orElseThrow(() -> new UsageError("which role?")));
        String name = options.value("--name").orElse(roles.getFirst());
        long issuedAt = now.getEpochSecond();
        long expiresAt =
                issuedAt + options.value("--expires-in").map(Token::seconds).orElse(USUAL_LIFE.toSeconds());

        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://huiyin.local");
        claims.put("aud", "huiyin");
        claims.put("sub", name);
        claims.put("upn", name);
        claims.put("name", name);
        claims.put("groups", roles);
        options.value("--department").ifPresent(department -> claims.put("department", department));
        options.value("--limit").ifPresent(limit -> claims.put("limit", amount(limit)));
        options.value("--source").ifPresent(source -> claims.put("source", source));
        // One that has expired was issued before it did.
        claims.put("iat", Math.min(issuedAt, expiresAt));
        claims.put("exp", expiresAt);
        return claims;
    }

    static String sign(Map<String, ?> claims, RSAPrivateKey key) {
        String content = encode(Json.object(Map.of("alg", "RS256")).getBytes(StandardCharsets.UTF_8)) + "."
                + encode(Json.object(claims).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> roles(String list) {
        List<String> roles = List.of(list.split(",", -1));
        for (String role : roles) {
            if (!ROLES.contains(role)) {
                throw UserError.ofArgument("unknown role '" + role + "', there are: " + String.join(", ", ROLES));
            }
        }
        return roles;
    }

    private static String amount(String text) {
        try {
            BigDecimal amount = new BigDecimal(text);
            if (amount.signum() >= 0) {
                return amount.toPlainString();
            }
        } catch (NumberFormatException e) {
            // Told below, like a negative one.
        }
        throw UserError.ofArgument("--limit '" + text + "' is no amount, write for example 5000.00");
    }

    private static long seconds(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw UserError.ofArgument("--expires-in '" + text + "' is no number of seconds");
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
