package io.huiyin.complaint;

import static io.huiyin.complaint.ComplaintRefusal.NOBODYS_STEP;
import static io.huiyin.complaint.ComplaintRefusal.NO_SUCH_STEP;

import io.huiyin.complaint.Complaint.Case;
import io.huiyin.complaint.Complaint.Clock;
import io.huiyin.complaint.ComplaintCommand.HandOver;
import io.huiyin.complaint.ComplaintEvent.BreachWithdrawn;
import io.huiyin.complaint.ComplaintEvent.DeadlineApproached;
import io.huiyin.complaint.ComplaintEvent.DeadlineBreached;
import io.huiyin.complaint.ComplaintEvent.HandedOver;
import io.huiyin.complaint.ComplaintEvent.OverdueEscalated;
import io.huiyin.complaint.rules.OverdueControl;
import io.huiyin.complaint.rules.OverdueControl.Next;
import io.huiyin.complaint.rules.RecordedLate;
import io.huiyin.complaint.rules.WhoIsTold;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What time brings: reminders, breaches, escalations; and who has the case in hand meanwhile. */
final class ComplaintDeadlines {

    private ComplaintDeadlines() {}

    /** All that came due by an instant, in the order in which it did. */
    static List<ComplaintEvent> passed(Case complaint, Instant to) {
        List<ComplaintEvent> events = new ArrayList<>();
        Complaint now = complaint;
        while (now instanceof Case filed) {
            Instant at = filed.nextDueAt();
            if (at == null || at.isAfter(to)) {
                break;
            }
            ComplaintEvent next = next(filed, at);
            events.add(next);
            now = ComplaintFold.evolve(now, next);
        }
        return events;
    }

    /** Of what is due at one instant reminders come first, then breaches, then escalations. */
    private static ComplaintEvent next(Case complaint, Instant at) {
        for (OverdueControl.Stage stage : OverdueControl.Stage.values()) {
            for (Clock clock : complaint.clocks().running()) {
                Next next = clock.next();
                if (next != null && next.stage() == stage && next.at().equals(at)) {
                    return event(complaint, clock, next);
                }
            }
        }
        throw new IllegalStateException("nothing is due at " + at);
    }

    private static ComplaintEvent event(Case complaint, Clock clock, Next next) {
        Deadline limit = clock.promised();
        List<Recipient> holding =
                WhoIsTold.ofLimit(limit.department(), complaint.handling().handler());
        return switch (next.stage()) {
            case REMINDER ->
                new DeadlineApproached(
                        limit.milestone(), limit.department(), next.at(), limit.dueAt(), limit.policy(), holding);
            case BREACH ->
                new DeadlineBreached(limit.milestone(), limit.department(), limit.dueAt(), limit.policy(), holding);
            case ESCALATION -> {
                int place = clock.raised().level();
                String role = limit.rungs().get(place).role();
                yield new OverdueEscalated(
                        limit.milestone(),
                        limit.department(),
                        limit.dueAt(),
                        place + 1,
                        role,
                        next.at(),
                        WhoIsTold.ofEscalation(role));
            }
        };
    }

    /** What is to be added where a thing was done in time and is recorded after its limit was found passed. */
    static List<ComplaintEvent> withdrawn(Case complaint, String milestone, @Nullable Instant doneAt) {
        List<ComplaintEvent> withdrawn = new ArrayList<>();
        for (Clock clock : complaint.clocks().running()) {
            Deadline limit = clock.promised();
            if (limit.milestone().equals(milestone)
                    && !clock.stopped()
                    && clock.raised().breached()
                    && doneAt != null
                    && RecordedLate.wasInTime(doneAt, limit.dueAt())) {
                withdrawn.add(new BreachWithdrawn(milestone, limit.department(), limit.dueAt(), doneAt));
            }
        }
        return withdrawn;
    }

    static List<ComplaintEvent> handOver(HandOver command, Case complaint) {
        String from = complaint.handling().holder();
        if (from == null) {
            throw new Refused(NOBODYS_STEP);
        }
        List<String> departments = complaint.clocks().running().stream()
                .map(clock -> clock.promised().department())
                .filter(Objects::nonNull)
                .toList();
        String to = command.to();
        if (to == null) {
            int next = departments.indexOf(from) + 1;
            to = next < departments.size() ? departments.get(next) : null;
        } else if (to.equals(from)) {
            throw new InvalidInput("/department", "has the case already");
        } else if (!departments.contains(to)) {
            throw new Refused(NO_SUCH_STEP, "there are steps of " + String.join(", ", departments));
        }
        return List.of(new HandedOver(from, to, command.note(), WhoIsTold.ofHandOver(to)));
    }
}
