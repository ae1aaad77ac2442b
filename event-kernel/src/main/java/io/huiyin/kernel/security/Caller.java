package io.huiyin.kernel.security;

import io.huiyin.kernel.decide.Actor;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, read from the verified token. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;
    private final VerifiedTokens tokens;

    Caller(JsonWebToken token, VerifiedTokens tokens) {
        this.token = token;
        this.tokens = tokens;
    }

    /** The actor of this request. */
    public Actor actor() {
        return tokens.bearer(token);
    }
}
