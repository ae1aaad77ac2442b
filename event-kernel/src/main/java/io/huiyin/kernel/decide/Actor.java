package io.huiyin.kernel.decide;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command: a person or a system, as the token names him.
 *
 * @param id stable subject
 * @param name what people call him
 * @param roles RULEBOOK §2.1 in kebab-case
 * @param department the department he belongs to, if any
 * @param limit his personal approval limit in CNY, if he has one
 * @param source the system this token posts for, if it is one
 */
public record Actor(
        String id,
        String name,
        Set<String> roles,
        @Nullable String department,
        @Nullable BigDecimal limit,
        @Nullable String source) {

    /** The service itself, acting by a policy or an import. */
    public static Actor system(String name) {
        return new Actor(name, name, Set.of("system"), null, null, null);
    }

    /** Whether he acts in any of these roles; {@code admin} acts in every role. */
    public boolean isAny(String... wanted) {
        for (String role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return roles.contains("admin");
    }
}
