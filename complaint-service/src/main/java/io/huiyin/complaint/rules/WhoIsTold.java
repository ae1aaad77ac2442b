package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.complaint.Recipient;
import io.huiyin.kernel.policy.Named;
import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what happens to a case: of a new one its owning desk, as {@code cmp.notify.newCase} says by channel; of an
 * assignment who gets it; of a settlement that waits for approval its tier; of a limit that comes near or has passed who holds the
 * case; of an overdue one the next rung of the ladder. It stands in the event that gives cause. X-08, CMP-02, CMP-28, FUP-44.
 */
public final class WhoIsTold {

    private static final String NEW_CASE = "cmp.notify.newCase";

    /** The owning desk (RULEBOOK §2.1). */
    private static final Recipient DESK = Recipient.ofRole("complaint-owner");

    private static final Recipient HEAD = Recipient.ofRole("department-head");

    private WhoIsTold() {}

    /** Of a case that came in by a channel. */
    public static @Nullable List<Recipient> ofNewCase(String channel, PolicyValues policies) {
        Map<String, String> words = policies.byName(NEW_CASE).names();
        String word = words.getOrDefault(channel, words.get(Named.ANY));
        return word == null ? null : List.of(Recipient.read(word));
    }

    /** Of an acceptance: the handler, and the department whose step is the first. */
    public static @Nullable List<Recipient> ofAcceptance(@Nullable String handler, List<Deadline> promises) {
        Stream<Recipient> person = Stream.ofNullable(handler).map(Recipient::ofPerson);
        Stream<Recipient> first = promises.stream()
                .map(Deadline::department)
                .filter(Objects::nonNull)
                .limit(1)
                .map(Recipient::ofDepartment);
        List<Recipient> told = Stream.concat(person, first).toList();
        return told.isEmpty() ? null : told;
    }

    /** Of a case that is passed on. */
    public static @Nullable List<Recipient> ofHandOver(@Nullable String department) {
        return department == null ? null : List.of(Recipient.ofDepartment(department));
    }

    /** Of a settlement that waits for a tier. */
    public static List<Recipient> ofApproval(String tier) {
        return List.of(Recipient.ofRole(tier));
    }

    /**
     * Of a limit that comes near or has passed.
     *
     * @param department whose step it is, of a step
     */
    public static List<Recipient> ofLimit(@Nullable String department, @Nullable String handler) {
        if (department != null) {
            return List.of(Recipient.ofDepartment(department));
        }
        return List.of(handler == null ? DESK : Recipient.ofPerson(handler));
    }

    /** Of an overdue case, on a rung of the ladder. */
    public static List<Recipient> ofEscalation(String role) {
        return List.of(Recipient.ofRole(role));
    }

    /** Of what a follow-up found in a department's work; its heads where no department is named. */
    public static List<Recipient> ofFinding(@Nullable String department) {
        return List.of(department == null ? HEAD : Recipient.ofDepartment(department));
    }
}
