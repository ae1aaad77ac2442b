package io.huiyin.complaint;

import static io.huiyin.complaint.ComplaintRefusal.HELD_DATE;
import static io.huiyin.complaint.ComplaintRefusal.NOBODYS_STEP;
import static io.huiyin.complaint.ComplaintRefusal.NO_OPEN_PROMISE;
import static io.huiyin.complaint.ComplaintRefusal.NO_SUCH_STEP;
import static io.huiyin.complaint.ComplaintRefusal.NO_VISIT;
import static io.huiyin.complaint.ComplaintRefusal.PROMISE_PASSED;
import static io.huiyin.complaint.ComplaintRefusal.VISIT_PENDING;

import io.huiyin.complaint.Complaint.Case;
import io.huiyin.complaint.Complaint.Clock;
import io.huiyin.complaint.ComplaintCommand.AgreeDate;
import io.huiyin.complaint.ComplaintCommand.HandOver;
import io.huiyin.complaint.ComplaintCommand.RecordArrival;
import io.huiyin.complaint.ComplaintCommand.RequestVisit;
import io.huiyin.complaint.ComplaintCommand.TrackResult;
import io.huiyin.complaint.ComplaintEvent.BreachWithdrawn;
import io.huiyin.complaint.ComplaintEvent.DateAgreed;
import io.huiyin.complaint.ComplaintEvent.DeadlineApproached;
import io.huiyin.complaint.ComplaintEvent.DeadlineBreached;
import io.huiyin.complaint.ComplaintEvent.HandedOver;
import io.huiyin.complaint.ComplaintEvent.OverdueEscalated;
import io.huiyin.complaint.ComplaintEvent.ResultTracked;
import io.huiyin.complaint.ComplaintEvent.VisitRequested;
import io.huiyin.complaint.ComplaintEvent.VisitorArrived;
import io.huiyin.complaint.rules.AgreedDate;
import io.huiyin.complaint.rules.OnSiteDeadline;
import io.huiyin.complaint.rules.OverdueControl;
import io.huiyin.complaint.rules.OverdueControl.Next;
import io.huiyin.complaint.rules.RecordedLate;
import io.huiyin.complaint.rules.RegisterDeadline;
import io.huiyin.complaint.rules.WhoIsTold;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is promised on the way, what time brings (reminders, breaches, escalations), and who has the case in hand meanwhile. */
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

    /** What a registration that comes too late says of itself. */
    static List<ComplaintEvent> missedByRegistering(List<Deadline> promises, Instant now) {
        return promises.stream()
                .filter(limit -> limit.milestone().equals(Deadline.REGISTER) && RegisterDeadline.isMissed(limit, now))
                .<ComplaintEvent>map(limit -> new DeadlineBreached(
                        limit.milestone(), null, limit.dueAt(), limit.policy(), WhoIsTold.ofLimit(null, null)))
                .toList();
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

    static List<ComplaintEvent> agree(AgreeDate command, Case complaint, Context context) {
        List<FieldFault> faults = new ArrayList<>(ComplaintHandling.channelFaults(command.channel()));
        if (!AgreedDate.OF.contains(command.milestone())) {
            faults.add(new FieldFault("/milestone", "is none of " + String.join(", ", AgreedDate.OF)));
        }
        ComplaintHandling.refuseInvalid(faults);
        Clock last = complaint.clocks().last(command.milestone(), null);
        if (last == null || last.stopped()) {
            throw new Refused(NO_OPEN_PROMISE);
        }
        Deadline promise = last.promised();
        if (complaint.clocks().hold() != null) {
            throw new Refused(HELD_DATE);
        }
        if (!AgreedDate.isInTime(promise, context.now())) {
            throw new Refused(PROMISE_PASSED, "it was due at " + promise.dueAt());
        }
        if (!AgreedDate.isPlausible(command.dueAt(), context)) {
            throw new InvalidInput("/dueAt", "must lie ahead, at " + AgreedDate.furthest(context) + " at the latest");
        }
        if (command.dueAt().equals(promise.dueAt())) {
            throw new InvalidInput("/dueAt", "is the date that is promised already");
        }
        return List.of(new DateAgreed(
                AgreedDate.moved(promise, command.dueAt(), context.now()),
                promise.dueAt(),
                command.channel(),
                command.text(),
                command.note()));
    }

    static List<ComplaintEvent> visit(RequestVisit command, Case complaint, Context context) {
        Clock last = complaint.clocks().last(Deadline.ON_SITE, null);
        if (last != null && !last.stopped()) {
            throw new Refused(VISIT_PENDING, "it is due at " + last.promised().dueAt());
        }
        return List.of(new VisitRequested(
                command.kind(),
                command.distanceKm(),
                OnSiteDeadline.of(command.kind(), command.distanceKm(), command.agreedAt(), context),
                command.note()));
    }

    static List<ComplaintEvent> arrived(RecordArrival command, Case complaint, Context context) {
        Clock last = complaint.clocks().last(Deadline.ON_SITE, null);
        if (last == null || last.stopped()) {
            throw new Refused(NO_VISIT);
        }
        Instant arrivedAt = Objects.requireNonNullElse(command.arrivedAt(), context.now());
        if (!RecordedLate.isPossible(arrivedAt, last.promised().startedAt(), context.now())) {
            throw new InvalidInput("/arrivedAt", "must lie between the request and now");
        }
        List<ComplaintEvent> events = new ArrayList<>(withdrawn(complaint, Deadline.ON_SITE, arrivedAt));
        events.add(new VisitorArrived(arrivedAt, command.note()));
        return events;
    }

    /** The first time ends the clock; whoever looks again says so again. */
    static List<ComplaintEvent> track(TrackResult command) {
        return List.of(new ResultTracked(command.inPlace(), command.text(), command.note()));
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
