package io.huiyin.complaint;

import io.huiyin.kernel.decide.Actor;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of something: all who act in a role, all of a department, or one person.
 *
 * @param person the subject of his token
 */
public record Recipient(
        @Nullable String role,
        @Nullable String department,
        @Nullable String person) {

    private static final String ROLE = "role:";
    private static final String DEPARTMENT = "department:";
    private static final String PERSON = "person:";

    public Recipient {
        if (Stream.of(role, department, person).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("a recipient is a role, a department or a person, and one of them only");
        }
    }

    public static Recipient ofRole(String role) {
        return new Recipient(role, null, null);
    }

    public static Recipient ofDepartment(String department) {
        return new Recipient(null, department, null);
    }

    public static Recipient ofPerson(String person) {
        return new Recipient(null, null, person);
    }

    /**
     * Reads the one word for it.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Recipient read(String word) {
        if (word.startsWith(ROLE)) {
            return ofRole(word.substring(ROLE.length()));
        }
        if (word.startsWith(DEPARTMENT)) {
            return ofDepartment(word.substring(DEPARTMENT.length()));
        }
        if (word.startsWith(PERSON)) {
            return ofPerson(word.substring(PERSON.length()));
        }
        throw new IllegalArgumentException(word + " names neither a role nor a department nor a person");
    }

    /** One word for it, such as {@code role:quality}. */
    public String word() {
        if (role != null) {
            return ROLE + role;
        }
        return department != null ? DEPARTMENT + department : PERSON + person;
    }

    /** Whether it is told to somebody. */
    public boolean reaches(Actor actor) {
        if (role != null) {
            return actor.roles().contains(role);
        }
        return department != null
                ? department.equals(actor.department())
                : actor.id().equals(person);
    }
}
