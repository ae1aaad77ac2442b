package io.huiyin.kernel.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.huiyin.kernel.decide.Actor;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies a token's signature, and reads who bears it, once, not with every request of its bearer. When it expires is asked each
 * time; a key that its issuer has withdrawn is honoured for a minute at most.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class VerifiedTokens extends JWTCallerPrincipalFactory {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final JWTCallerPrincipalFactory verifier = new DefaultJWTCallerPrincipalFactory();
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    private record Verified(JWTCallerPrincipal principal, Actor actor) {}

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        Verified known = verified.getIfPresent(token);
        if (known != null && Instant.now().getEpochSecond() < known.principal().getExpirationTime()) {
            return known.principal();
        }
        JWTCallerPrincipal principal = verifier.parse(token, rules);
        verified.put(token, new Verified(principal, Bearer.of(principal)));
        return principal;
    }

    /** Who bears a token that was verified. */
    Actor bearer(JsonWebToken token) {
        String text = token.getRawToken();
        Verified known = text == null ? null : verified.getIfPresent(text);
        return known == null ? Bearer.of(token) : known.actor();
    }
}
