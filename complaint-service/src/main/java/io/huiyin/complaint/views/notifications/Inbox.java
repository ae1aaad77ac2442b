package io.huiyin.complaint.views.notifications;

import io.huiyin.complaint.Recipient;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.InvalidInput;
import io.quarkus.security.ForbiddenException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose notifications are looked at.
 *
 * @param recipients in one word each
 * @param reader whose reading counts; null where anybody's does
 */
record Inbox(List<String> recipients, @Nullable String reader) {

    /**
     * One's own: what is told to oneself, to one's department and to each of one's roles, or one of them that is asked for. An
     * {@code auditor} and an {@code admin} may look into any other, which is unread as long as nobody it belongs to has read it.
     *
     * @throws InvalidInput when more than one is asked for
     * @throws ForbiddenException when it is another's
     */
    static Inbox of(Actor actor, @Nullable String role, @Nullable String department, @Nullable String person) {
        List<Recipient> asked = Stream.of(
                        Stream.ofNullable(role).map(Recipient::ofRole),
                        Stream.ofNullable(department).map(Recipient::ofDepartment),
                        Stream.ofNullable(person).map(Recipient::ofPerson))
                .flatMap(one -> one)
                .toList();
        if (asked.isEmpty()) {
            return new Inbox(own(actor), actor.id());
        }
        if (asked.size() > 1) {
            throw new InvalidInput("/", "asks for more than one of role, department and person");
        }
        Recipient one = asked.getFirst();
        if (one.reaches(actor)) {
            return new Inbox(List.of(one.word()), actor.id());
        }
        if (!actor.isAny("auditor")) {
            throw new ForbiddenException("an inbox is looked into by those it belongs to");
        }
        return new Inbox(List.of(one.word()), one.person());
    }

    private static List<String> own(Actor actor) {
        List<Recipient> own = new ArrayList<>();
        own.add(Recipient.ofPerson(actor.id()));
        Stream.ofNullable(actor.department()).map(Recipient::ofDepartment).forEach(own::add);
        actor.roles().stream().sorted().map(Recipient::ofRole).forEach(own::add);
        return own.stream().map(Recipient::word).toList();
    }
}
