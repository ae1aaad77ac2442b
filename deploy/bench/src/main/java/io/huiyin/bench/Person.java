package io.huiyin.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a token.
 *
 * @param name who he is, to the services and to people
 * @param role what he may do
 * @param department where he belongs, if that matters
 * @param limit what he may approve himself, where that is less than his role may
 */
public record Person(
        String name,
        String role,
        @Nullable String department,
        @Nullable String limit) {

    public static Person of(String name, String role) {
        return new Person(name, role, null, null);
    }

    Person in(String given) {
        return new Person(name, role, given, limit);
    }

    Person upTo(String amount) {
        return new Person(name, role, department, amount);
    }

    /** The words of {@code deploy/token}. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of(role, "--name", name));
        if (department != null) {
            words.addAll(List.of("--department", department));
        }
        if (limit != null) {
            words.addAll(List.of("--limit", limit));
        }
        return words;
    }
}
