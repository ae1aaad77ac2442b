package io.huiyin.complaint;

import io.huiyin.complaint.Complaint.Case;
import io.huiyin.complaint.ComplaintCommand.AcceptComplaint;
import io.huiyin.complaint.ComplaintCommand.AcknowledgeComplaint;
import io.huiyin.complaint.ComplaintCommand.AskClarification;
import io.huiyin.complaint.ComplaintCommand.ClarifyComplaint;
import io.huiyin.complaint.ComplaintCommand.CorrectComplaint;
import io.huiyin.complaint.ComplaintCommand.DeclineComplaint;
import io.huiyin.complaint.ComplaintCommand.ImportComplaint;
import io.huiyin.complaint.ComplaintCommand.RegisterComplaint;
import io.huiyin.complaint.ComplaintCommand.RegisterFromFollowUp;
import io.huiyin.complaint.ComplaintEvent.ClarificationAsked;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintAcknowledged;
import io.huiyin.complaint.ComplaintEvent.ComplaintClarified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintCorrected;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.ComplaintEvent.ComplaintForwarded;
import io.huiyin.complaint.ComplaintEvent.ComplaintImported;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.complaint.ComplaintEvent.HeadNotified;
import io.huiyin.complaint.rules.AcceptDeadline;
import io.huiyin.complaint.rules.AgreedDate;
import io.huiyin.complaint.rules.AnswerToTheSender;
import io.huiyin.complaint.rules.CloseDeadline;
import io.huiyin.complaint.rules.FirstReplyDeadline;
import io.huiyin.complaint.rules.KnownSeverity;
import io.huiyin.complaint.rules.MinimumData;
import io.huiyin.complaint.rules.PlanDeadline;
import io.huiyin.complaint.rules.ReceiptIsNotAhead;
import io.huiyin.complaint.rules.RecordedLate;
import io.huiyin.complaint.rules.RegisterDeadline;
import io.huiyin.complaint.rules.SameDayNotice;
import io.huiyin.complaint.rules.StepDeadlines;
import io.huiyin.complaint.rules.TrackDeadline;
import io.huiyin.complaint.rules.WhoIsTold;
import io.huiyin.complaint.rules.WrittenOverOral;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From filing to acceptance. */
final class ComplaintIntake {

    private ComplaintIntake() {}

    /** What somebody files. */
    static List<ComplaintEvent> register(RegisterComplaint command, Context context) {
        List<ComplaintEvent> events = register(command.number(), command.filing(), null, context);
        if (!WrittenOverOral.isTaken(command.filing(), context.policies())) {
            throw new Refused(ComplaintRefusal.ONLY_SAID);
        }
        return events;
    }

    private static List<ComplaintEvent> register(
            String number, Filing filing, @Nullable UUID originFollowUpId, Context context) {
        List<FieldFault> faults = new ArrayList<>(MinimumData.faults(filing));
        faults.addAll(severityFaults(filing.severity(), context.policies()));
        faults.addAll(receiptFaults(filing.receivedAt(), context.now()));
        faults.addAll(wishFaults(filing.wantedBy(), context));
        String channel = filing.channel();
        String description = filing.description();
        if (!faults.isEmpty() || channel == null || description == null) {
            throw new InvalidInput(faults);
        }
        List<String> missing = MinimumData.missing(filing.demand(), filing.product());
        ComplaintStatus status = missing.isEmpty() ? ComplaintStatus.REGISTERED : ComplaintStatus.CLARIFYING;
        List<Deadline> promises = promises(filing, context);
        ComplaintRegistered registered = new ComplaintRegistered(
                number,
                status.wire(),
                channel,
                filing.receivedAt(),
                filing.source(),
                filing.anonymous(),
                filing.replyOnly(),
                filing.customer(),
                filing.product(),
                filing.category(),
                filing.issue(),
                filing.severity(),
                filing.region(),
                description,
                filing.demand(),
                missing,
                promises,
                originFollowUpId,
                WhoIsTold.ofNewCase(channel, context.policies()),
                filing.wantedBy());
        return Stream.concat(
                        Stream.of(registered), ComplaintDeadlines.missedByRegistering(promises, context.now()).stream())
                .toList();
    }

    private static List<Deadline> promises(Filing filing, Context context) {
        List<Deadline> promises = new ArrayList<>();
        promises.add(FirstReplyDeadline.promised(filing.receivedAt(), context));
        promises.add(RegisterDeadline.promised(filing.receivedAt(), context));
        promises.add(AcceptDeadline.atRegistration(context));
        promises.addAll(PlanDeadline.atRegistration(filing.receivedAt(), context));
        promises.add(TrackDeadline.promised(context));
        promises.addAll(CloseDeadline.atRegistration(filing.wantedBy(), context));
        return promises;
    }

    /** What a follow-up found is registered once, and the head of the responsible department is told. */
    static List<ComplaintEvent> register(RegisterFromFollowUp command, Complaint complaint, Context context) {
        if (complaint instanceof Case) {
            return List.of();
        }
        List<ComplaintEvent> events =
                new ArrayList<>(register(command.number(), command.filing(), command.followUpId(), context));
        events.add(new HeadNotified(
                command.department(),
                String.valueOf(command.filing().description()),
                command.followUpId(),
                SameDayNotice.dueAt(command.filing().receivedAt(), context.policies()),
                WhoIsTold.ofFinding(command.department())));
        return events;
    }

    static List<ComplaintEvent> ask(AskClarification command, Case complaint) {
        if (complaint.status() != ComplaintStatus.REGISTERED && complaint.status() != ComplaintStatus.CLARIFYING) {
            throw new Refused(
                    ComplaintRefusal.BEYOND_CLARIFICATION,
                    "it is " + complaint.status().wire());
        }
        return List.of(new ClarificationAsked(command.question(), command.note()));
    }

    static List<ComplaintEvent> clarify(ClarifyComplaint command, Case complaint, Context context) {
        if (complaint.status() != ComplaintStatus.CLARIFYING) {
            throw new Refused(ComplaintRefusal.NOT_CLARIFYING);
        }
        Filing.Changes given = command.given().on(complaint.filing());
        if (given.isEmpty() && command.answer() == null) {
            throw new InvalidInput("/", "gives neither a field of the filing nor an answer");
        }
        Filing filing = checked(complaint, given, context);
        List<String> missing =
                complaint.history() == null ? MinimumData.missing(filing.demand(), filing.product()) : List.of();
        return List.of(new ComplaintClarified(
                given.channel(),
                given.replyOnly(),
                given.customer(),
                given.product(),
                given.category(),
                given.issue(),
                given.severity(),
                given.region(),
                given.description(),
                given.demand(),
                command.answer(),
                missing,
                command.note()));
    }

    static List<ComplaintEvent> correct(CorrectComplaint command, Case complaint, Context context) {
        Filing.Changes corrected = command.corrected().on(complaint.filing());
        if (command.reason().isBlank()) {
            throw new InvalidInput("/reason", "must be given");
        }
        if (corrected.isEmpty()) {
            throw new InvalidInput("/", "names no field to correct");
        }
        Filing filing = checked(complaint, corrected, context);
        if (filing.equals(complaint.filing())) {
            return List.of(); // saying what stands there already is not news
        }
        return List.of(new ComplaintCorrected(
                command.reason(),
                corrected.channel(),
                corrected.receivedAt(),
                corrected.replyOnly(),
                corrected.customer(),
                corrected.product(),
                corrected.category(),
                corrected.issue(),
                corrected.severity(),
                corrected.region(),
                corrected.description(),
                corrected.demand(),
                stillMissing(complaint, filing),
                command.note()));
    }

    static List<ComplaintEvent> acknowledge(AcknowledgeComplaint command, Case complaint, Context context) {
        List<FieldFault> faults = new ArrayList<>(ComplaintHandling.channelFaults(command.channel()));
        Instant doneAt = command.occurredAt();
        if (doneAt != null
                && !RecordedLate.isPossible(doneAt, complaint.filing().receivedAt(), context.now())) {
            faults.add(new FieldFault("/occurredAt", "must lie between the receipt and now"));
        }
        ComplaintHandling.refuseInvalid(faults);
        List<ComplaintEvent> events =
                new ArrayList<>(ComplaintDeadlines.withdrawn(complaint, Deadline.FIRST_REPLY, doneAt));
        events.add(new ComplaintAcknowledged(command.channel(), command.text(), doneAt, command.note()));
        return events;
    }

    static List<ComplaintEvent> accept(AcceptComplaint command, Case complaint, Context context) {
        requireRegistered(complaint);
        List<Deadline> promises = complaint.history() == null ? atAcceptance(complaint, context) : List.of();
        return List.of(new ComplaintAccepted(
                command.handler(),
                promises.isEmpty() ? null : promises,
                command.note(),
                WhoIsTold.ofAcceptance(command.handler(), promises)));
    }

    private static List<Deadline> atAcceptance(Case complaint, Context context) {
        List<Deadline> promises = new ArrayList<>(StepDeadlines.atAcceptance(context));
        promises.addAll(PlanDeadline.atAcceptance(isPromised(complaint, Deadline.PLAN), context));
        promises.addAll(CloseDeadline.atAcceptance(
                isPromised(complaint, Deadline.CLOSE), complaint.filing().wantedBy(), context));
        return promises;
    }

    private static boolean isPromised(Case complaint, String milestone) {
        return complaint.clocks().promise(milestone) != null;
    }

    static List<ComplaintEvent> decline(DeclineComplaint command, Case complaint) {
        requireRegistered(complaint);
        ComplaintHandling.refuseInvalid(AnswerToTheSender.faults(command.reason(), command.answer()));
        return List.of(new ComplaintDeclined(
                command.reason(),
                command.answer(),
                complaint.ending().endings() + 1,
                complaint.number(),
                complaint.links().originFollowUpId(),
                command.note()));
    }

    static List<ComplaintEvent> takeOver(ImportComplaint command) {
        Filing filing = command.filing();
        Source source = Objects.requireNonNull(filing.source(), "an imported case has a source");
        List<ComplaintEvent> events = new ArrayList<>(3);
        events.add(new ComplaintImported(
                command.number(),
                command.importId(),
                command.row(),
                true,
                source,
                filing.receivedAt(),
                filing.channel(),
                filing.customer(),
                filing.product(),
                filing.category(),
                filing.issue(),
                filing.subIssue(),
                filing.region(),
                filing.company(),
                filing.description(),
                command.outcome(),
                command.timely(),
                command.disputed(),
                command.flags()));
        if (command.forwardedAt() != null) {
            events.add(new ComplaintForwarded(command.forwardedAt(), true));
        }
        if (command.closedAt() != null) {
            events.add(ComplaintClosed.historically(command.closedAt()));
        }
        return events;
    }

    /** What a correction leaves to be clarified; nothing is said where nothing was missing. */
    private static @Nullable List<String> stillMissing(Case complaint, Filing filing) {
        List<String> before = complaint.intake().missing();
        if (before.isEmpty()) {
            return null;
        }
        List<String> missing = MinimumData.missing(filing.demand(), filing.product());
        return before.stream().filter(missing::contains).toList();
    }

    /** A change may not take away what a filing needs; of a historical case nothing is asked that it never had. */
    private static Filing checked(Case complaint, Filing.Changes changes, Context context) {
        Filing filing = complaint.filing().with(changes);
        List<FieldFault> faults = new ArrayList<>(
                complaint.history() == null ? MinimumData.faults(filing) : MinimumData.channelFaults(filing.channel()));
        faults.addAll(severityFaults(filing.severity(), context.policies()));
        faults.addAll(receiptFaults(filing.receivedAt(), context.now()));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return filing;
    }

    private static List<FieldFault> severityFaults(@Nullable String severity, PolicyValues policies) {
        return severity == null || KnownSeverity.isKnown(severity, policies)
                ? List.of()
                : List.of(new FieldFault(
                        "/severity", "is none of " + String.join(", ", KnownSeverity.classes(policies))));
    }

    /** A day that is over may be told: it was wanted by then. */
    private static List<FieldFault> wishFaults(@Nullable LocalDate wantedBy, Context context) {
        return wantedBy == null || !wantedBy.isAfter(context.calendar().dayOf(AgreedDate.furthest(context)))
                ? List.of()
                : List.of(new FieldFault("/wantedBy", "lies too far ahead"));
    }

    private static List<FieldFault> receiptFaults(Instant receivedAt, Instant now) {
        return ReceiptIsNotAhead.isAhead(receivedAt, now)
                ? List.of(new FieldFault("/receivedAt", "lies in the future"))
                : List.of();
    }

    private static void requireRegistered(Case complaint) {
        if (complaint.status() != ComplaintStatus.REGISTERED) {
            throw new Refused(
                    ComplaintRefusal.NOT_REGISTERED,
                    "it is " + complaint.status().wire());
        }
    }
}
