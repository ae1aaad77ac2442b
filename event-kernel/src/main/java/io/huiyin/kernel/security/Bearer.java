package io.huiyin.kernel.security;

import io.huiyin.kernel.decide.Actor;
import java.math.BigDecimal;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What a token says of who bears it. */
final class Bearer {

    private Bearer() {}

    static Actor of(JsonWebToken token) {
        String subject = String.valueOf(token.getSubject());
        String name = text(token, "name");
        Set<String> groups = token.getGroups();
        return new Actor(
                subject,
                name == null ? subject : name,
                groups == null ? Set.of() : Set.copyOf(groups),
                text(token, "department"),
                limit(token),
                text(token, "source"));
    }

    private static @Nullable BigDecimal limit(JsonWebToken token) {
        String limit = text(token, "limit");
        try {
            return limit == null ? null : new BigDecimal(limit);
        } catch (NumberFormatException e) {
            // A limit nobody can read is no authority at all.
            return BigDecimal.ZERO;
        }
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value == null ? null : value.toString();
    }
}
