package io.huiyin.complaint;

import io.huiyin.complaint.Complaint.Case;
import io.huiyin.complaint.Complaint.Historical;
import io.huiyin.complaint.Complaint.Unfiled;
import io.huiyin.complaint.ComplaintCommand.AcceptComplaint;
import io.huiyin.complaint.ComplaintCommand.AskClarification;
import io.huiyin.complaint.ComplaintCommand.ClarifyComplaint;
import io.huiyin.complaint.ComplaintCommand.CorrectComplaint;
import io.huiyin.complaint.ComplaintCommand.DeclineComplaint;
import io.huiyin.complaint.ComplaintCommand.ImportComplaint;
import io.huiyin.complaint.ComplaintCommand.RegisterComplaint;
import io.huiyin.complaint.ComplaintEvent.ClarificationAsked;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintClarified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintCorrected;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.ComplaintEvent.ComplaintForwarded;
import io.huiyin.complaint.ComplaintEvent.ComplaintImported;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.complaint.rules.AnswerToTheSender;
import io.huiyin.complaint.rules.FirstReplyDeadline;
import io.huiyin.complaint.rules.KnownSeverity;
import io.huiyin.complaint.rules.MinimumData;
import io.huiyin.complaint.rules.ReceiptIsNotAhead;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about complaints (RULEBOOK §4.1). */
public final class ComplaintDecider implements Decider<ComplaintCommand, Complaint, ComplaintEvent> {

    @Override
    public Complaint initial() {
        return new Unfiled();
    }

    @Override
    public List<ComplaintEvent> decide(ComplaintCommand command, Complaint complaint, Context context) {
        return switch (command) {
            case RegisterComplaint c -> register(c, context);
            case AskClarification c -> ask(c, open(complaint));
            case ClarifyComplaint c -> clarify(c, open(complaint), context);
            case CorrectComplaint c -> correct(c, open(complaint), context);
            case AcceptComplaint c -> accept(c, complaint);
            case DeclineComplaint c -> decline(c, complaint);
            case ImportComplaint c -> takeOver(c);
        };
    }

    @Override
    public Complaint evolve(Complaint complaint, ComplaintEvent event) {
        return switch (event) {
            case ComplaintRegistered e -> registered(e);
            case ComplaintImported e -> imported(e);
            case ClarificationAsked e -> on(complaint).asked(e.question()).standing(ComplaintStatus.CLARIFYING);
            case ComplaintClarified e -> clarified(on(complaint), e);
            case ComplaintCorrected e -> corrected(on(complaint), e);
            case ComplaintAccepted e -> on(complaint).handledBy(e.handler()).standing(ComplaintStatus.ACCEPTED);
            case ComplaintDeclined e -> on(complaint).declined(e.reason(), e.answer());
            case ComplaintForwarded e -> on(complaint).forwarded(e.forwardedAt());
            case ComplaintClosed e -> on(complaint).closed(e.closedAt());
        };
    }

    private static List<ComplaintEvent> register(RegisterComplaint command, Context context) {
        Filing filing = command.filing();
        List<FieldFault> faults = new ArrayList<>(MinimumData.faults(filing));
        faults.addAll(severityFaults(filing.severity(), context.policies()));
        faults.addAll(receiptFaults(filing.receivedAt(), context.now()));
        String channel = filing.channel();
        String description = filing.description();
        if (!faults.isEmpty() || channel == null || description == null) {
            throw new InvalidInput(faults);
        }
        List<String> missing = MinimumData.missing(filing.demand(), filing.product());
        ComplaintStatus status = missing.isEmpty() ? ComplaintStatus.REGISTERED : ComplaintStatus.CLARIFYING;
        return List.of(new ComplaintRegistered(
                command.number(),
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
                List.of(FirstReplyDeadline.promised(filing.receivedAt(), context.policies()))));
    }

    private static List<ComplaintEvent> ask(AskClarification command, Case complaint) {
        return switch (complaint.status()) {
            case REGISTERED, CLARIFYING -> List.of(new ClarificationAsked(command.question(), command.note()));
            case ACCEPTED, DECLINED, CLOSED -> throw new Refused(ComplaintRefusal.BEYOND_CLARIFICATION);
        };
    }

    private static List<ComplaintEvent> clarify(ClarifyComplaint command, Case complaint, Context context) {
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

    private static List<ComplaintEvent> correct(CorrectComplaint command, Case complaint, Context context) {
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
                command.note()));
    }

    private static List<ComplaintEvent> accept(AcceptComplaint command, Complaint complaint) {
        requireRegistered(complaint);
        return List.of(new ComplaintAccepted(command.handler(), command.note()));
    }

    private static List<ComplaintEvent> decline(DeclineComplaint command, Complaint complaint) {
        requireRegistered(complaint);
        List<FieldFault> faults = AnswerToTheSender.faults(command.reason(), command.answer());
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return List.of(new ComplaintDeclined(command.reason(), command.answer(), command.note()));
    }

    private static List<ComplaintEvent> takeOver(ImportComplaint command) {
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
            events.add(new ComplaintClosed(command.closedAt(), true));
        }
        return events;
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

    private static List<FieldFault> receiptFaults(Instant receivedAt, Instant now) {
        return ReceiptIsNotAhead.isAhead(receivedAt, now)
                ? List.of(new FieldFault("/receivedAt", "lies in the future"))
                : List.of();
    }

    private static Case on(Complaint complaint) {
        return switch (complaint) {
            case Case filed -> filed;
            case Unfiled none -> throw new IllegalStateException("an event before the filing");
        };
    }

    private static Case open(Complaint complaint) {
        Case filed = on(complaint);
        if (!filed.status().isOpen()) {
            throw new Refused(ComplaintRefusal.NOT_OPEN);
        }
        return filed;
    }

    private static void requireRegistered(Complaint complaint) {
        ComplaintStatus status = open(complaint).status();
        if (status != ComplaintStatus.REGISTERED) {
            throw new Refused(ComplaintRefusal.NOT_REGISTERED, "it is " + status.wire());
        }
    }

    private static Case registered(ComplaintRegistered e) {
        Filing filing = new Filing(
                e.channel(),
                e.receivedAt(),
                e.source(),
                e.anonymous(),
                e.replyOnly(),
                e.customer(),
                e.product(),
                e.category(),
                e.issue(),
                null,
                e.severity(),
                e.region(),
                null,
                e.description(),
                e.demand());
        return new Case(
                e.number(),
                ComplaintStatus.of(e.status()),
                filing,
                e.missing(),
                e.deadlines(),
                false,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Case imported(ComplaintImported e) {
        Filing filing = new Filing(
                e.channel(),
                e.receivedAt(),
                e.source(),
                e.customer() == null,
                false,
                e.customer(),
                e.product(),
                e.category(),
                e.issue(),
                e.subIssue(),
                null,
                e.region(),
                e.company(),
                e.description(),
                null);
        return new Case(
                e.number(),
                ComplaintStatus.REGISTERED,
                filing,
                List.of(),
                List.of(),
                false,
                null,
                null,
                null,
                null,
                null,
                new Historical(e.outcome(), e.timely(), e.disputed(), e.flags(), null));
    }

    private static Case clarified(Case complaint, ComplaintClarified e) {
        Filing filing = complaint
                .filing()
                .with(new Filing.Changes(
                        e.channel(),
                        null,
                        e.replyOnly(),
                        e.customer(),
                        e.product(),
                        e.category(),
                        e.issue(),
                        e.severity(),
                        e.region(),
                        e.description(),
                        e.demand()));
        ComplaintStatus status = e.missing().isEmpty() ? ComplaintStatus.REGISTERED : ComplaintStatus.CLARIFYING;
        return complaint.saying(filing, e.missing()).asked(null).standing(status);
    }

    private static Case corrected(Case complaint, ComplaintCorrected e) {
        Filing filing = complaint
                .filing()
                .with(new Filing.Changes(
                        e.channel(),
                        e.receivedAt(),
                        e.replyOnly(),
                        e.customer(),
                        e.product(),
                        e.category(),
                        e.issue(),
                        e.severity(),
                        e.region(),
                        e.description(),
                        e.demand()));
        List<String> missing = MinimumData.missing(filing.demand(), filing.product());
        return complaint.saying(
                filing, complaint.missing().stream().filter(missing::contains).toList());
    }
}
