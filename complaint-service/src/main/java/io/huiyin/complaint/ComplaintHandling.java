package io.huiyin.complaint;

import static io.huiyin.complaint.ComplaintRefusal.ABOVE_LIMIT;
import static io.huiyin.complaint.ComplaintRefusal.ALREADY_HELD;
import static io.huiyin.complaint.ComplaintRefusal.ALREADY_INFORMED;
import static io.huiyin.complaint.ComplaintRefusal.BELOW_TIER;
import static io.huiyin.complaint.ComplaintRefusal.CLOSURE_UNMET;
import static io.huiyin.complaint.ComplaintRefusal.ESCALATING_IS_NOT_OUR_WAY;
import static io.huiyin.complaint.ComplaintRefusal.LIABILITY_NOT_DETERMINED;
import static io.huiyin.complaint.ComplaintRefusal.LIABLE_DEPARTMENT_DECIDES;
import static io.huiyin.complaint.ComplaintRefusal.NOT_ACCEPTED;
import static io.huiyin.complaint.ComplaintRefusal.NOT_APPROVAL_PENDING;
import static io.huiyin.complaint.ComplaintRefusal.NOT_APPROVED;
import static io.huiyin.complaint.ComplaintRefusal.NOT_CLASSIFIED;
import static io.huiyin.complaint.ComplaintRefusal.NOT_CLOSED;
import static io.huiyin.complaint.ComplaintRefusal.NOT_COMMUNICATED;
import static io.huiyin.complaint.ComplaintRefusal.NOT_HELD;
import static io.huiyin.complaint.ComplaintRefusal.NOT_IMPLEMENTED;
import static io.huiyin.complaint.ComplaintRefusal.NOT_IMPLEMENTING;
import static io.huiyin.complaint.ComplaintRefusal.NOT_INVESTIGATING;
import static io.huiyin.complaint.ComplaintRefusal.NOT_REJECTED;
import static io.huiyin.complaint.ComplaintRefusal.NO_FINDING;
import static io.huiyin.complaint.ComplaintRefusal.REFILING_IS_NOT_OUR_WAY;

import io.huiyin.complaint.Complaint.Case;
import io.huiyin.complaint.Complaint.Hold;
import io.huiyin.complaint.Complaint.Liability;
import io.huiyin.complaint.Complaint.Settlement;
import io.huiyin.complaint.ComplaintCommand.ApproveSettlement;
import io.huiyin.complaint.ComplaintCommand.ClassifyComplaint;
import io.huiyin.complaint.ComplaintCommand.CloseComplaint;
import io.huiyin.complaint.ComplaintCommand.CompleteMeasure;
import io.huiyin.complaint.ComplaintCommand.DetermineLiability;
import io.huiyin.complaint.ComplaintCommand.EscalateComplaint;
import io.huiyin.complaint.ComplaintCommand.GiveFinalAnswer;
import io.huiyin.complaint.ComplaintCommand.HoldComplaint;
import io.huiyin.complaint.ComplaintCommand.InformCustomer;
import io.huiyin.complaint.ComplaintCommand.ProposeSettlement;
import io.huiyin.complaint.ComplaintCommand.RecordCustomerDecision;
import io.huiyin.complaint.ComplaintCommand.RecordFinding;
import io.huiyin.complaint.ComplaintCommand.RefileComplaint;
import io.huiyin.complaint.ComplaintCommand.ReopenComplaint;
import io.huiyin.complaint.ComplaintCommand.ResumeComplaint;
import io.huiyin.complaint.ComplaintCommand.ReturnSettlement;
import io.huiyin.complaint.ComplaintCommand.StartInvestigation;
import io.huiyin.complaint.ComplaintCommand.VerifyComplaint;
import io.huiyin.complaint.ComplaintEvent.ComplaintClassified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintHeld;
import io.huiyin.complaint.ComplaintEvent.ComplaintRefiled;
import io.huiyin.complaint.ComplaintEvent.ComplaintReopened;
import io.huiyin.complaint.ComplaintEvent.ComplaintResumed;
import io.huiyin.complaint.ComplaintEvent.ComplaintVerified;
import io.huiyin.complaint.ComplaintEvent.CustomerAccepted;
import io.huiyin.complaint.ComplaintEvent.CustomerInformed;
import io.huiyin.complaint.ComplaintEvent.CustomerRejected;
import io.huiyin.complaint.ComplaintEvent.FinalAnswerGiven;
import io.huiyin.complaint.ComplaintEvent.FindingRecorded;
import io.huiyin.complaint.ComplaintEvent.InvestigationStarted;
import io.huiyin.complaint.ComplaintEvent.LiabilityDetermined;
import io.huiyin.complaint.ComplaintEvent.Liable;
import io.huiyin.complaint.ComplaintEvent.MeasureCompleted;
import io.huiyin.complaint.ComplaintEvent.SettlementApproved;
import io.huiyin.complaint.ComplaintEvent.SettlementEscalated;
import io.huiyin.complaint.ComplaintEvent.SettlementProposed;
import io.huiyin.complaint.ComplaintEvent.SettlementReturned;
import io.huiyin.complaint.ComplaintEvent.VerificationFailed;
import io.huiyin.complaint.rules.ApprovalTiers;
import io.huiyin.complaint.rules.CloseDeadline;
import io.huiyin.complaint.rules.ClosedInTime;
import io.huiyin.complaint.rules.ClosureGate;
import io.huiyin.complaint.rules.HeldTimeDoesNotCount;
import io.huiyin.complaint.rules.InvestigationBeforeLiability;
import io.huiyin.complaint.rules.KnownCauseClass;
import io.huiyin.complaint.rules.KnownChannel;
import io.huiyin.complaint.rules.KnownSeverity;
import io.huiyin.complaint.rules.LiableParties;
import io.huiyin.complaint.rules.NonconformityOfOwnQuality;
import io.huiyin.complaint.rules.NothingToldBeforeApproval;
import io.huiyin.complaint.rules.PlanDeadline;
import io.huiyin.complaint.rules.RejectionMode;
import io.huiyin.complaint.rules.SettlementTypes;
import io.huiyin.complaint.rules.SeverityGivesPriority;
import io.huiyin.complaint.rules.TrackDeadline;
import io.huiyin.complaint.rules.WhoIsTold;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From classification to closing. */
final class ComplaintHandling {

    private static final Set<ComplaintStatus> TOLD = Set.of(
            ComplaintStatus.COMMUNICATED,
            ComplaintStatus.IMPLEMENTING,
            ComplaintStatus.IMPLEMENTED,
            ComplaintStatus.VERIFIED,
            ComplaintStatus.REJECTED_BY_CUSTOMER);

    private ComplaintHandling() {}

    static List<ComplaintEvent> classify(ClassifyComplaint command, Case complaint, Context context) {
        require(complaint, ComplaintStatus.ACCEPTED, NOT_ACCEPTED);
        List<FieldFault> faults = new ArrayList<>();
        if (!KnownSeverity.isKnown(command.severity(), context.policies())) {
            faults.add(noneOf("/severity", KnownSeverity.classes(context.policies())));
        }
        if (!KnownCauseClass.isKnown(command.causeClass(), context.policies())) {
            faults.add(noneOf("/causeClass", KnownCauseClass.classes(context.policies())));
        }
        refuseInvalid(faults);
        return List.of(new ComplaintClassified(
                command.severity(),
                command.causeClass(),
                command.issue(),
                SeverityGivesPriority.of(command.severity(), context.policies()),
                command.note()));
    }

    static List<ComplaintEvent> investigate(StartInvestigation command, Case complaint) {
        require(complaint, ComplaintStatus.CLASSIFIED, NOT_CLASSIFIED);
        return List.of(new InvestigationStarted(
                complaint.handling().round(),
                command.departments().stream().distinct().toList(),
                command.note()));
    }

    static List<ComplaintEvent> find(RecordFinding command, Case complaint, Context context) {
        require(complaint, ComplaintStatus.INVESTIGATING, NOT_INVESTIGATING);
        return List.of(new FindingRecorded(
                complaint.handling().round(),
                context.actor().department(),
                command.facts(),
                command.cause(),
                command.evidence(),
                command.production(),
                command.note()));
    }

    static List<ComplaintEvent> determine(DetermineLiability command, Case complaint, Context context) {
        require(complaint, ComplaintStatus.INVESTIGATING, NOT_INVESTIGATING);
        List<FieldFault> faults = new ArrayList<>();
        if (!LiableParties.ALL.contains(command.party())) {
            faults.add(noneOf("/party", LiableParties.ALL));
        }
        if (!LiableParties.CAUSES.contains(command.cause())) {
            faults.add(noneOf("/cause", LiableParties.CAUSES));
        }
        refuseInvalid(faults);
        if (!InvestigationBeforeLiability.isMet(complaint.handling().findings())) {
            throw new Refused(NO_FINDING);
        }
        if (LiableParties.judgesItself(command.department(), context.actor().department())) {
            throw new Refused(LIABLE_DEPARTMENT_DECIDES, command.department());
        }
        Filing filing = complaint.filing();
        Customer customer = filing.customer();
        return List.of(new LiabilityDetermined(
                complaint.handling().round(),
                command.party(),
                command.cause(),
                command.department(),
                command.reason(),
                NonconformityOfOwnQuality.isImprovementTracked(command.party()),
                NonconformityOfOwnQuality.isRequested(command.party(), command.cause()),
                complaint.number(),
                customer == null ? null : customer.customerId(),
                filing.product(),
                filing.category(),
                filing.issue(),
                filing.severity(),
                filing.description(),
                command.note()));
    }

    static List<ComplaintEvent> propose(ProposeSettlement command, Case complaint, Context context) {
        boolean determined = complaint.liability() != null;
        if (complaint.status() != ComplaintStatus.LIABILITY_DETERMINED
                && !(complaint.status() == ComplaintStatus.INVESTIGATING && determined)) {
            throw refused(LIABILITY_NOT_DETERMINED, complaint);
        }
        List<FieldFault> faults = new ArrayList<>();
        if (!SettlementTypes.isKnown(command.type(), context.policies())) {
            faults.add(noneOf("/type", SettlementTypes.types(context.policies())));
        }
        faults.addAll(amountFaults(command.amount(), context));
        refuseInvalid(faults);
        String tier = ApprovalTiers.holding(command.amount(), context.policies());
        return List.of(new SettlementProposed(
                complaint.handling().round(),
                command.type(),
                command.amount(),
                command.description(),
                tier,
                command.note(),
                WhoIsTold.ofApproval(tier)));
    }

    private static List<FieldFault> amountFaults(@Nullable Money amount, Context context) {
        if (amount == null) {
            return List.of();
        }
        List<FieldFault> faults = new ArrayList<>();
        if (amount.value().compareTo(BigDecimal.ZERO) <= 0) {
            faults.add(new FieldFault("/amount/amount", "must be more than nothing; leave it out where there is none"));
        }
        String currency = ApprovalTiers.currency(context.policies());
        if (!amount.currency().equals(currency)) {
            faults.add(new FieldFault("/amount/currency", "must be " + currency));
        }
        return faults;
    }

    static List<ComplaintEvent> approve(ApproveSettlement command, Case complaint, Context context) {
        Settlement settlement = pending(complaint);
        if (!ApprovalTiers.reaches(context.actor(), settlement.tier(), context.policies())) {
            throw new Refused(BELOW_TIER, "it belongs to " + settlement.tier());
        }
        if (!ApprovalTiers.isWithin(settlement.amount(), context.actor(), context.policies())) {
            throw new Refused(ABOVE_LIMIT);
        }
        return List.of(new SettlementApproved(
                complaint.handling().round(), command.opinion(), settlement.tier(), command.note()));
    }

    static List<ComplaintEvent> giveBack(ReturnSettlement command, Case complaint, Context context) {
        Settlement settlement = pending(complaint);
        if (!ApprovalTiers.reaches(context.actor(), settlement.tier(), context.policies())) {
            throw new Refused(BELOW_TIER, "it belongs to " + settlement.tier());
        }
        return List.of(new SettlementReturned(complaint.handling().round(), command.opinion(), command.note()));
    }

    private static Settlement pending(Case complaint) {
        Settlement settlement = complaint.settlement();
        if (complaint.status() != ComplaintStatus.APPROVAL_PENDING || settlement == null) {
            throw refused(NOT_APPROVAL_PENDING, complaint);
        }
        return settlement;
    }

    static List<ComplaintEvent> inform(InformCustomer command, Case complaint) {
        refuseInvalid(channelFaults(command.channel()));
        if (TOLD.contains(complaint.status())) {
            throw refused(ALREADY_INFORMED, complaint);
        }
        Liability liability = complaint.liability();
        if (!NothingToldBeforeApproval.isMet(complaint.status(), liability == null ? null : liability.party())) {
            throw refused(NOT_APPROVED, complaint);
        }
        return List.of(new CustomerInformed(command.channel(), command.text(), command.note()));
    }

    static List<ComplaintEvent> decided(RecordCustomerDecision command, Case complaint) {
        require(complaint, ComplaintStatus.COMMUNICATED, NOT_COMMUNICATED);
        return List.of(
                command.accepted()
                        ? new CustomerAccepted(command.opinion(), command.note())
                        : new CustomerRejected(complaint.handling().round(), command.opinion(), command.note()));
    }

    static List<ComplaintEvent> refile(RefileComplaint command, Case complaint, Context context) {
        require(complaint, ComplaintStatus.REJECTED_BY_CUSTOMER, NOT_REJECTED);
        if (!RejectionMode.refiles(context.policies())) {
            throw new Refused(REFILING_IS_NOT_OUR_WAY);
        }
        return List.of(new ComplaintRefiled(complaint.handling().round() + 1, command.reason(), command.note()));
    }

    static List<ComplaintEvent> escalate(EscalateComplaint command, Case complaint, Context context) {
        require(complaint, ComplaintStatus.REJECTED_BY_CUSTOMER, NOT_REJECTED);
        if (!RejectionMode.escalates(context.policies())) {
            throw new Refused(ESCALATING_IS_NOT_OUR_WAY);
        }
        Settlement settlement = complaint.settlement();
        String before = settlement == null ? ApprovalTiers.holding(null, context.policies()) : settlement.tier();
        String tier = ApprovalTiers.above(before, context.policies());
        return List.of(new SettlementEscalated(
                complaint.handling().round(), command.reason(), tier, command.note(), WhoIsTold.ofApproval(tier)));
    }

    static List<ComplaintEvent> answerFinally(GiveFinalAnswer command, Case complaint) {
        refuseInvalid(channelFaults(command.channel()));
        require(complaint, ComplaintStatus.REJECTED_BY_CUSTOMER, NOT_REJECTED);
        return List.of(new FinalAnswerGiven(command.channel(), command.text(), command.note()));
    }

    static List<ComplaintEvent> complete(CompleteMeasure command, Case complaint) {
        require(complaint, ComplaintStatus.IMPLEMENTING, NOT_IMPLEMENTING);
        return List.of(new MeasureCompleted(command.description(), command.note()));
    }

    static List<ComplaintEvent> verify(VerifyComplaint command, Case complaint) {
        require(complaint, ComplaintStatus.IMPLEMENTED, NOT_IMPLEMENTED);
        return List.of(
                command.passed()
                        ? new ComplaintVerified(command.customerOpinion(), command.note())
                        : new VerificationFailed(command.customerOpinion(), command.note()));
    }

    static List<ComplaintEvent> close(CloseComplaint command, Case complaint, Context context) {
        List<FieldFault> unmet = ClosureGate.unmet(complaint);
        if (!unmet.isEmpty()) {
            throw new Refused(CLOSURE_UNMET, "it is " + complaint.status().wire(), unmet);
        }
        Filing filing = complaint.filing();
        Liability liability = complaint.liability();
        Complaint.Historical history = complaint.history();
        return List.of(new ComplaintClosed(
                context.now(),
                false,
                complaint.ending().endings() + 1,
                complaint.number(),
                complaint.links().originFollowUpId(),
                filing.anonymous(),
                filing.replyOnly(),
                filing.customer(),
                filing.product(),
                filing.severity(),
                filing.category(),
                filing.issue(),
                liability == null ? null : new Liable(liability.party(), liability.cause(), liability.department()),
                history == null ? ClosedInTime.answer(closeLimit(complaint, context), context.now()) : history.timely(),
                complaint.customerSide().disputed(),
                complaint.handling().round(),
                complaint.links().nonconformityIds(),
                command.note()));
    }

    /** The limit for closing; a case that is held when it is closed has stood still until now. */
    private static @Nullable Deadline closeLimit(Case complaint, Context context) {
        Deadline close = complaint.clocks().promise(Deadline.CLOSE);
        Hold hold = complaint.clocks().hold();
        return close == null || hold == null
                ? close
                : HeldTimeDoesNotCount.moved(List.of(close), hold.since(), context)
                        .getFirst();
    }

    static List<ComplaintEvent> reopen(ReopenComplaint command, Case complaint, Context context) {
        require(complaint, ComplaintStatus.CLOSED, NOT_CLOSED);
        return List.of(new ComplaintReopened(
                command.reason(),
                complaint.ending().endings(),
                complaint.handling().round() + 1,
                complaint.history() == null
                        ? List.of(
                                PlanDeadline.atReopening(context),
                                TrackDeadline.promised(context),
                                CloseDeadline.atReopening(context))
                        : null,
                command.note()));
    }

    static List<ComplaintEvent> hold(HoldComplaint command, Case complaint, Context context) {
        if (!HeldTimeDoesNotCount.WAITED_FOR.contains(command.waitingFor())) {
            throw new InvalidInput(List.of(noneOf("/waitingFor", HeldTimeDoesNotCount.WAITED_FOR)));
        }
        if (complaint.clocks().hold() != null) {
            throw new Refused(ALREADY_HELD);
        }
        return List.of(new ComplaintHeld(command.reason(), command.waitingFor(), context.now(), command.note()));
    }

    static List<ComplaintEvent> resume(ResumeComplaint command, Case complaint, Context context) {
        Hold hold = complaint.clocks().hold();
        if (hold == null) {
            throw new Refused(NOT_HELD);
        }
        return List.of(new ComplaintResumed(
                HeldTimeDoesNotCount.moved(complaint.clocks().open(), hold.since(), context),
                context.now(),
                command.note()));
    }

    static List<FieldFault> channelFaults(String channel) {
        return KnownChannel.isKnown(channel) ? List.of() : List.of(noneOf("/channel", KnownChannel.ALL));
    }

    private static FieldFault noneOf(String pointer, List<String> known) {
        return new FieldFault(pointer, "is none of " + String.join(", ", known));
    }

    static void refuseInvalid(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void require(Case complaint, ComplaintStatus status, ComplaintRefusal otherwise) {
        if (complaint.status() != status) {
            throw refused(otherwise, complaint);
        }
    }

    private static Refused refused(ComplaintRefusal refusal, Case complaint) {
        return new Refused(refusal, "it is " + complaint.status().wire());
    }
}
