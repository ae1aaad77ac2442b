package io.huiyin.kernel.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.decide.Actor;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearerTest {

    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return "unused";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        // As the interface is, which does not say that a claim may not be there.
        @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    @Test
    void allThatATokenSays() {
        Token token = new Token(Map.of(
                "sub", "u-7",
                "name", "Li Lei",
                "groups", Set.of("agent", "desk"),
                "department", "service",
                "limit", 500,
                "source", "crm-7"));
        assertEquals(
                new Actor("u-7", "Li Lei", Set.of("agent", "desk"), "service", new BigDecimal("500"), "crm-7"),
                Bearer.of(token));
    }

    @Test
    void whoHasNoNameIsCalledByHisSubject() {
        assertEquals(new Actor("u-7", "u-7", Set.of(), null, null, null), Bearer.of(new Token(Map.of("sub", "u-7"))));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "0.5, 0.5", "much, 0", "'', 0"})
    void aLimitIsReadOrIsNoAuthority(String limit, BigDecimal authority) {
        assertEquals(
                authority,
                Bearer.of(new Token(Map.of("sub", "u-7", "limit", limit))).limit());
    }
}
