package io.huiyin.complaint;

import io.huiyin.complaint.Complaint.Case;
import io.huiyin.complaint.Complaint.Unfiled;
import io.huiyin.complaint.ComplaintCommand.AcceptComplaint;
import io.huiyin.complaint.ComplaintCommand.AcknowledgeComplaint;
import io.huiyin.complaint.ComplaintCommand.AgreeDate;
import io.huiyin.complaint.ComplaintCommand.ApproveSettlement;
import io.huiyin.complaint.ComplaintCommand.AskClarification;
import io.huiyin.complaint.ComplaintCommand.ClarifyComplaint;
import io.huiyin.complaint.ComplaintCommand.ClassifyComplaint;
import io.huiyin.complaint.ComplaintCommand.CloseComplaint;
import io.huiyin.complaint.ComplaintCommand.CompleteMeasure;
import io.huiyin.complaint.ComplaintCommand.CorrectComplaint;
import io.huiyin.complaint.ComplaintCommand.DeclineComplaint;
import io.huiyin.complaint.ComplaintCommand.DetermineLiability;
import io.huiyin.complaint.ComplaintCommand.EscalateComplaint;
import io.huiyin.complaint.ComplaintCommand.GiveFinalAnswer;
import io.huiyin.complaint.ComplaintCommand.HandOver;
import io.huiyin.complaint.ComplaintCommand.HoldComplaint;
import io.huiyin.complaint.ComplaintCommand.ImportComplaint;
import io.huiyin.complaint.ComplaintCommand.InformCustomer;
import io.huiyin.complaint.ComplaintCommand.LinkFollowUp;
import io.huiyin.complaint.ComplaintCommand.NoteNonconformity;
import io.huiyin.complaint.ComplaintCommand.ProposeSettlement;
import io.huiyin.complaint.ComplaintCommand.RecordArrival;
import io.huiyin.complaint.ComplaintCommand.RecordCustomerDecision;
import io.huiyin.complaint.ComplaintCommand.RecordFinding;
import io.huiyin.complaint.ComplaintCommand.RefileComplaint;
import io.huiyin.complaint.ComplaintCommand.RegisterComplaint;
import io.huiyin.complaint.ComplaintCommand.RegisterFromFollowUp;
import io.huiyin.complaint.ComplaintCommand.ReopenComplaint;
import io.huiyin.complaint.ComplaintCommand.RequestVisit;
import io.huiyin.complaint.ComplaintCommand.ResumeComplaint;
import io.huiyin.complaint.ComplaintCommand.ReturnSettlement;
import io.huiyin.complaint.ComplaintCommand.StartInvestigation;
import io.huiyin.complaint.ComplaintCommand.TimePasses;
import io.huiyin.complaint.ComplaintCommand.TrackResult;
import io.huiyin.complaint.ComplaintCommand.VerifyComplaint;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.Refused;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides about complaints (RULEBOOK §4.1): {@link ComplaintIntake} from filing to acceptance, {@link ComplaintHandling} from
 * classification to closing, {@link ComplaintDeadlines} what was promised and what time brings, {@link ComplaintLinks} what other services report. {@link
 * ComplaintFold} says what an event makes of a case, {@link Milestones} which clocks it begins and ends.
 */
public final class ComplaintDecider implements Decider<ComplaintCommand, Complaint, ComplaintEvent> {

    @Override
    public Complaint initial() {
        return new Unfiled();
    }

    /**
     * What came due before a person acts is told first, and what is due by what he does is told with it, so that it does not matter when
     * it is looked for.
     */
    @Override
    public List<ComplaintEvent> decide(ComplaintCommand command, Complaint complaint, Context context) {
        if (isReaction(command)) {
            return decided(command, complaint, context);
        }
        List<ComplaintEvent> due = due(complaint, context);
        Complaint now = evolve(complaint, due);
        List<ComplaintEvent> done = decided(command, now, context);
        return done.isEmpty()
                ? List.of()
                : Stream.of(due, done, due(evolve(now, done), context))
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<ComplaintEvent> due(Complaint complaint, Context context) {
        return complaint instanceof Case filed ? ComplaintDeadlines.passed(filed, context.now()) : List.of();
    }

    private static boolean isReaction(ComplaintCommand command) {
        return switch (command) {
            case TimePasses c -> true;
            case NoteNonconformity c -> true;
            case LinkFollowUp c -> true;
            case RegisterFromFollowUp c -> true;
            case ComplaintCommand other -> false;
        };
    }

    private static List<ComplaintEvent> decided(ComplaintCommand command, Complaint complaint, Context context) {
        return switch (command) {
            case RegisterComplaint c -> ComplaintIntake.register(c, context);
            case RegisterFromFollowUp c -> ComplaintIntake.register(c, complaint, context);
            case ImportComplaint c -> ComplaintIntake.takeOver(c);
            case AskClarification c -> ComplaintIntake.ask(c, open(complaint));
            case ClarifyComplaint c -> ComplaintIntake.clarify(c, open(complaint), context);
            case CorrectComplaint c -> ComplaintIntake.correct(c, open(complaint), context);
            case AcknowledgeComplaint c -> ComplaintIntake.acknowledge(c, open(complaint), context);
            case AcceptComplaint c -> ComplaintIntake.accept(c, open(complaint), context);
            case DeclineComplaint c -> ComplaintIntake.decline(c, open(complaint));
            case ClassifyComplaint c -> ComplaintHandling.classify(c, open(complaint), context);
            case StartInvestigation c -> ComplaintHandling.investigate(c, open(complaint));
            case RecordFinding c -> ComplaintHandling.find(c, open(complaint), context);
            case DetermineLiability c -> ComplaintHandling.determine(c, open(complaint), context);
            case ProposeSettlement c -> ComplaintHandling.propose(c, open(complaint), context);
            case ApproveSettlement c -> ComplaintHandling.approve(c, open(complaint), context);
            case ReturnSettlement c -> ComplaintHandling.giveBack(c, open(complaint), context);
            case InformCustomer c -> ComplaintHandling.inform(c, open(complaint));
            case RecordCustomerDecision c -> ComplaintHandling.decided(c, open(complaint));
            case RefileComplaint c -> ComplaintHandling.refile(c, open(complaint), context);
            case EscalateComplaint c -> ComplaintHandling.escalate(c, open(complaint), context);
            case GiveFinalAnswer c -> ComplaintHandling.answerFinally(c, open(complaint));
            case CompleteMeasure c -> ComplaintHandling.complete(c, open(complaint));
            case VerifyComplaint c -> ComplaintHandling.verify(c, open(complaint));
            case CloseComplaint c -> ComplaintHandling.close(c, open(complaint), context);
            case ReopenComplaint c -> ComplaintHandling.reopen(c, filed(complaint), context);
            case HoldComplaint c -> ComplaintHandling.hold(c, open(complaint), context);
            case ResumeComplaint c -> ComplaintHandling.resume(c, open(complaint), context);
            case HandOver c -> ComplaintDeadlines.handOver(c, open(complaint));
            case AgreeDate c -> ComplaintDeadlines.agree(c, open(complaint), context);
            case RequestVisit c -> ComplaintDeadlines.visit(c, open(complaint), context);
            case RecordArrival c -> ComplaintDeadlines.arrived(c, open(complaint), context);
            case TrackResult c -> {
                open(complaint);
                yield ComplaintDeadlines.track(c);
            }
            case TimePasses c -> ComplaintDeadlines.passed(filed(complaint), c.to());
            case NoteNonconformity c -> ComplaintLinks.note(c, filed(complaint));
            case LinkFollowUp c -> ComplaintLinks.link(c, filed(complaint));
        };
    }

    @Override
    public Complaint evolve(Complaint complaint, ComplaintEvent event) {
        return ComplaintFold.evolve(complaint, event);
    }

    private static Case filed(Complaint complaint) {
        return switch (complaint) {
            case Case filed -> filed;
            case Unfiled none -> throw new Refused(ComplaintRefusal.NOT_FILED);
        };
    }

    private static Case open(Complaint complaint) {
        Case filed = filed(complaint);
        if (!filed.status().isOpen()) {
            throw new Refused(
                    ComplaintRefusal.NOT_OPEN, "it is " + filed.status().wire());
        }
        return filed;
    }
}
