package io.huiyin.kernel.security;

import io.huiyin.kernel.decide.Actor;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is asking, read from the verified token. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The actor of this request. */
    public Actor actor() {
        String subject = String.valueOf(token.getSubject());
        String name = text("name");
        Set<String> groups = token.getGroups();
        return new Actor(
                subject,
                name == null ? subject : name,
                groups == null ? Set.of() : Set.copyOf(groups),
                text("department"),
                limit(),
                text("source"));
    }

    private @Nullable BigDecimal limit() {
        String limit = text("limit");
        try {
            return limit == null ? null : new BigDecimal(limit);
        } catch (NumberFormatException e) {
            // A limit nobody can read is no authority at all.
            return BigDecimal.ZERO;
        }
    }

    private @Nullable String text(String claim) {
        Object value = token.getClaim(claim);
        return value == null ? null : value.toString();
    }
}
