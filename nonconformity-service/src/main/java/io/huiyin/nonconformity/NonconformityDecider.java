package io.huiyin.nonconformity;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refusal;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.nonconformity.Disposition.Status;
import io.huiyin.nonconformity.Nonconformity.Custody;
import io.huiyin.nonconformity.Nonconformity.Origin;
import io.huiyin.nonconformity.Nonconformity.Review;
import io.huiyin.nonconformity.Nonconformity.Sheet;
import io.huiyin.nonconformity.Nonconformity.Stage;
import io.huiyin.nonconformity.Nonconformity.Unreported;
import io.huiyin.nonconformity.NonconformityCommand.Approve;
import io.huiyin.nonconformity.NonconformityCommand.Classify;
import io.huiyin.nonconformity.NonconformityCommand.Clear;
import io.huiyin.nonconformity.NonconformityCommand.Close;
import io.huiyin.nonconformity.NonconformityCommand.Confirm;
import io.huiyin.nonconformity.NonconformityCommand.Convene;
import io.huiyin.nonconformity.NonconformityCommand.Execute;
import io.huiyin.nonconformity.NonconformityCommand.OpenForComplaint;
import io.huiyin.nonconformity.NonconformityCommand.Opine;
import io.huiyin.nonconformity.NonconformityCommand.ProposeDisposition;
import io.huiyin.nonconformity.NonconformityCommand.Reinspect;
import io.huiyin.nonconformity.NonconformityCommand.Report;
import io.huiyin.nonconformity.NonconformityCommand.Return;
import io.huiyin.nonconformity.NonconformityCommand.Segregate;
import io.huiyin.nonconformity.NonconformityCommand.Verify;
import io.huiyin.nonconformity.NonconformityEvent.ComplaintLinked;
import io.huiyin.nonconformity.NonconformityEvent.Disposed;
import io.huiyin.nonconformity.NonconformityEvent.DispositionApproved;
import io.huiyin.nonconformity.NonconformityEvent.DispositionExecuted;
import io.huiyin.nonconformity.NonconformityEvent.DispositionProposed;
import io.huiyin.nonconformity.NonconformityEvent.DispositionReturned;
import io.huiyin.nonconformity.NonconformityEvent.DispositionStep;
import io.huiyin.nonconformity.NonconformityEvent.DispositionVerified;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityClassified;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityCleared;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityClosed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityConfirmed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityReported;
import io.huiyin.nonconformity.NonconformityEvent.NonconformitySegregated;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityVerified;
import io.huiyin.nonconformity.NonconformityEvent.OpinionGiven;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionFailed;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionPassed;
import io.huiyin.nonconformity.NonconformityEvent.ReviewConvened;
import io.huiyin.nonconformity.rules.ClosedLoop;
import io.huiyin.nonconformity.rules.ConcessionConditions;
import io.huiyin.nonconformity.rules.DispositionCatalogue;
import io.huiyin.nonconformity.rules.DispositionQuantity;
import io.huiyin.nonconformity.rules.DutyOfRecord;
import io.huiyin.nonconformity.rules.ExecutingStrictly;
import io.huiyin.nonconformity.rules.KnownSeverity;
import io.huiyin.nonconformity.rules.ReinspectionNeeded;
import io.huiyin.nonconformity.rules.ReviewAuthority;
import io.huiyin.nonconformity.rules.ReviewBeforeDisposition;
import io.huiyin.nonconformity.rules.ReviewBoard;
import io.huiyin.nonconformity.rules.Segregation;
import io.huiyin.nonconformity.rules.SelfInspection;
import io.huiyin.nonconformity.rules.SeparationOfDuty;
import io.huiyin.nonconformity.rules.SuspectClearing;
import io.huiyin.nonconformity.rules.Verifier;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides about nonconformities (RULEBOOK §4.9). */
public final class NonconformityDecider implements Decider<NonconformityCommand, Nonconformity, NonconformityEvent> {

    /** What a member may vote. */
    public static final List<String> VOTES = List.of("agree", "disagree", "abstain");

    @Override
    public Nonconformity initial() {
        return new Unreported();
    }

    @Override
    public List<NonconformityEvent> decide(NonconformityCommand command, Nonconformity state, Context context) {
        return switch (command) {
            case Report c -> report(c, context);
            case OpenForComplaint c -> openForComplaint(c, state, context);
            case Segregate c -> segregate(c, open(state), context);
            case Confirm c -> confirm(c, open(state));
            case Clear c -> clear(c, open(state));
            case Classify c -> classify(c, open(state), context);
            case Convene c -> convene(c, open(state));
            case Opine c -> opine(c, open(state), context);
            case ProposeDisposition c -> propose(c, open(state), context);
            case Approve c -> approve(c, open(state), context);
            case Return c -> sendBack(c, open(state), context);
            case Execute c -> execute(c, open(state), context);
            case Reinspect c -> reinspect(c, open(state), context);
            case Verify c -> verify(c, open(state), context);
            case Close c -> close(c, open(state), context);
        };
    }

    @Override
    public Nonconformity evolve(Nonconformity state, NonconformityEvent event) {
        return switch (event) {
            case NonconformityReported e -> reported(e);
            case ComplaintLinked e -> {
                Sheet sheet = on(state);
                yield sheet.with(sheet.origin().linked(e.complaintId(), e.complaintNumber()));
            }
            case NonconformitySegregated e -> {
                Sheet sheet = on(state);
                yield sheet.at(Stage.SEGREGATED).with(sheet.custody().segregated(e.location(), e.by()));
            }
            case NonconformityConfirmed e -> on(state).at(Stage.CONFIRMED);
            case NonconformityCleared e -> {
                Sheet sheet = on(state);
                yield sheet.at(Stage.CLEARED).with(sheet.custody().cleared(e.reason()));
            }
            case NonconformityClassified e -> {
                Sheet sheet = on(state);
                yield sheet.at(Stage.CLASSIFIED).with(sheet.review().classified(e.severity(), e.level()));
            }
            case ReviewConvened e -> {
                Sheet sheet = on(state);
                yield sheet.at(Stage.REVIEW).with(sheet.review().convened(e.members()));
            }
            case OpinionGiven e -> {
                Sheet sheet = on(state);
                yield sheet.with(sheet.review().heard(e.member(), e.opinion(), e.vote()));
            }
            case ReinspectionFailed e -> {
                Sheet sheet = on(state);
                yield sheet.after(e).with(sheet.review().again());
            }
            case DispositionStep e -> on(state).after(e);
            case NonconformityVerified e -> state; // said for others; the parts say it to us
            case NonconformityClosed e -> {
                Sheet sheet = on(state);
                yield sheet.at(Stage.CLOSED).with(sheet.custody().closed(e.closedBy()));
            }
        };
    }

    private static List<NonconformityEvent> report(Report command, Context context) {
        Filing filing = command.filing();
        List<FieldFault> faults = DutyOfRecord.faults(filing, context.policies());
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return List.of(reported(
                command.number(),
                filing,
                command.complaintId(),
                null,
                context.actor().id(),
                context,
                command.note()));
    }

    private static List<NonconformityEvent> openForComplaint(
            OpenForComplaint command, Nonconformity state, Context context) {
        return switch (state) {
            case Unreported none ->
                List.of(reported(
                        command.number(),
                        command.filing(),
                        command.complaintId(),
                        command.complaintNumber(),
                        command.discoverer(),
                        context,
                        command.reason()));
            case Sheet sheet ->
                List.of(new ComplaintLinked(
                        command.complaintId(), command.complaintNumber(), command.round(), command.reason(), null));
        };
    }

    private static NonconformityReported reported(
            String number,
            Filing filing,
            @Nullable UUID complaintId,
            @Nullable String complaintNumber,
            String discoverer,
            Context context,
            @Nullable String note) {
        return new NonconformityReported(
                number,
                Objects.requireNonNull(filing.source(), "a sheet says its source"),
                Objects.requireNonNull(filing.category(), "a sheet says its category"),
                filing.severity(),
                filing.product(),
                filing.supplier(),
                filing.location(),
                Objects.requireNonNull(filing.finding(), "a sheet says its finding"),
                filing.standard(),
                complaintId,
                complaintNumber,
                discoverer,
                context.now(),
                note);
    }

    private static List<NonconformityEvent> segregate(Segregate command, Sheet sheet, Context context) {
        if (sheet.stage() != Stage.REPORTED) {
            throw refused(NonconformityRefusal.ALREADY_SEGREGATED, sheet);
        }
        Product product = sheet.filing().product();
        return List.of(new NonconformitySegregated(
                command.location(),
                context.actor().id(),
                product == null ? null : product.lot(),
                product == null ? null : product.serials(),
                command.note()));
    }

    private static List<NonconformityEvent> confirm(Confirm command, Sheet sheet) {
        return switch (sheet.stage()) {
            case REPORTED -> {
                if (Segregation.isNeeded(String.valueOf(sheet.filing().category()))) {
                    throw refused(NonconformityRefusal.NOT_SEGREGATED, sheet);
                }
                yield List.of(new NonconformityConfirmed(command.note()));
            }
            case SEGREGATED -> List.of(new NonconformityConfirmed(command.note()));
            case CLEARED, CONFIRMED, CLASSIFIED, REVIEW, CLOSED ->
                throw refused(NonconformityRefusal.ALREADY_CONFIRMED, sheet);
        };
    }

    private static List<NonconformityEvent> clear(Clear command, Sheet sheet) {
        if (!SuspectClearing.isPossible(sheet.stage())) {
            throw refused(NonconformityRefusal.ALREADY_CONFIRMED, sheet);
        }
        return List.of(new NonconformityCleared(command.reason(), sheet.origin().complaintIds(), command.note()));
    }

    private static List<NonconformityEvent> classify(Classify command, Sheet sheet, Context context) {
        if (!KnownSeverity.isKnown(command.severity(), context.policies())) {
            throw new InvalidInput(
                    "/severity", "is none of " + String.join(", ", KnownSeverity.classes(context.policies())));
        }
        return switch (sheet.stage()) {
            case CONFIRMED, CLASSIFIED -> {
                if (sheet.stage() == Stage.CLASSIFIED
                        && command.severity().equals(sheet.review().severity())) {
                    yield List.of(); // saying what stands there already is not news
                }
                yield List.of(new NonconformityClassified(
                        command.severity(),
                        ReviewAuthority.level(command.severity(), context.policies()),
                        ReviewAuthority.policy(context.policies()),
                        command.note()));
            }
            case REPORTED, SEGREGATED, CLEARED -> throw refused(NonconformityRefusal.NOT_CONFIRMED, sheet);
            case REVIEW, CLOSED -> throw refused(NonconformityRefusal.ALREADY_IN_REVIEW, sheet);
        };
    }

    private static List<NonconformityEvent> convene(Convene command, Sheet sheet) {
        List<FieldFault> faults = ReviewBoard.faults(command.members());
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        switch (sheet.stage()) {
            case CLASSIFIED -> {
                // the review begins
            }
            case REVIEW -> requireUndisposed(sheet); // others may be called as long as something is judged
            case REPORTED, SEGREGATED, CLEARED, CONFIRMED, CLOSED ->
                throw refused(NonconformityRefusal.NOT_CLASSIFIED, sheet);
        }
        if (command.members().equals(sheet.review().members())) {
            return List.of(); // they are called already
        }
        return List.of(new ReviewConvened(command.members(), level(sheet), command.note()));
    }

    private static List<NonconformityEvent> opine(Opine command, Sheet sheet, Context context) {
        if (!VOTES.contains(command.vote())) {
            throw new InvalidInput("/vote", "is none of " + String.join(", ", VOTES));
        }
        requireReview(sheet);
        requireUndisposed(sheet);
        String member = context.actor().id();
        if (!ReviewBoard.isMember(member, sheet.review().members())) {
            throw new Refused(NonconformityRefusal.NOT_A_MEMBER);
        }
        return List.of(new OpinionGiven(member, command.opinion(), command.vote(), command.note()));
    }

    private static List<NonconformityEvent> propose(ProposeDisposition command, Sheet sheet, Context context) {
        String disposition = command.disposition();
        if (!DispositionCatalogue.isKnown(disposition)) {
            throw new InvalidInput("/disposition", "is none of " + String.join(", ", DispositionCatalogue.ALL));
        }
        requireReview(sheet);
        if (!ReviewBeforeDisposition.isRecorded(sheet.review())) {
            throw new Refused(NonconformityRefusal.NOT_REVIEWED);
        }
        if (!DispositionCatalogue.isEnabled(disposition, context.policies())) {
            throw new Refused(
                    ConcessionConditions.isConcession(disposition)
                            ? NonconformityRefusal.CONCESSION_NOT_ALLOWED
                            : NonconformityRefusal.DISPOSITION_NOT_ENABLED,
                    disposition + " is not enabled in profile "
                            + context.policies().profile());
        }
        Dispositions dispositions = sheet.dispositions();
        Integer asked = command.quantity();
        if (asked != null && !DispositionQuantity.isDivisible(dispositions)) {
            throw new Refused(NonconformityRefusal.QUANTITY_NOT_KNOWN);
        }
        if (!DispositionQuantity.isLeft(asked == null ? 1 : asked, dispositions)) {
            throw new Refused(
                    NonconformityRefusal.QUANTITY_EXCEEDED,
                    dispositions.whole() == null
                            ? "one disposition covers the whole already"
                            : dispositions.undisposed() + " of " + dispositions.whole() + " are left");
        }
        return List.of(new DispositionProposed(
                command.dispositionId(),
                disposition,
                command.reason(),
                DispositionQuantity.covered(asked, dispositions),
                command.note()));
    }

    private static List<NonconformityEvent> approve(Approve command, Sheet sheet, Context context) {
        List<UUID> proposed = proposed(command.dispositionId(), sheet);
        String level = decidingLevel(sheet, context);
        return List.of(
                new DispositionApproved(proposed, level, context.actor().id(), command.opinion(), command.note()));
    }

    private static List<NonconformityEvent> sendBack(Return command, Sheet sheet, Context context) {
        List<UUID> proposed = proposed(command.dispositionId(), sheet);
        decidingLevel(sheet, context);
        return List.of(new DispositionReturned(proposed, command.opinion(), command.note()));
    }

    /** What is decided on: the one that is named, or all that is proposed. */
    private static List<UUID> proposed(@Nullable UUID id, Sheet sheet) {
        List<Disposition> proposed = id == null
                ? sheet.dispositions().standing(Status.PROPOSED)
                : List.of(named(
                        id, sheet, part -> part.status() == Status.PROPOSED, NonconformityRefusal.NOTHING_PROPOSED));
        if (proposed.isEmpty()) {
            throw refused(NonconformityRefusal.NOTHING_PROPOSED, sheet);
        }
        return proposed.stream().map(Disposition::dispositionId).toList();
    }

    private static String decidingLevel(Sheet sheet, Context context) {
        String level = level(sheet);
        String deciding = ReviewAuthority.levelOf(context.actor(), level, context.policies());
        if (deciding == null) {
            throw new Refused(
                    NonconformityRefusal.LEVEL_TOO_LOW,
                    ReviewAuthority.role(level, context.policies()) + " decides on "
                            + sheet.review().severity());
        }
        return deciding;
    }

    private static List<NonconformityEvent> execute(Execute command, Sheet sheet, Context context) {
        Disposition chosen =
                chosen(command.dispositionId(), sheet, ExecutingStrictly::isAllowed, NonconformityRefusal.NOT_APPROVED);
        String executor = context.actor().id();
        if (!SeparationOfDuty.mayExecute(executor, chosen, sheet.review(), context.policies())) {
            throw new Refused(NonconformityRefusal.EXECUTED_BY_REVIEWER);
        }
        return List.of(new DispositionExecuted(
                chosen.dispositionId(),
                chosen.disposition(),
                chosen.quantity(),
                command.result(),
                executor,
                ReinspectionNeeded.after(chosen.disposition()),
                command.note()));
    }

    private static List<NonconformityEvent> reinspect(Reinspect command, Sheet sheet, Context context) {
        Disposition chosen = chosen(
                command.dispositionId(),
                sheet,
                part -> part.status() == Status.REINSPECTION,
                NonconformityRefusal.NOT_IN_REINSPECTION);
        if (!SelfInspection.mayInspect(
                context.actor(), String.valueOf(sheet.filing().category()), context.policies())) {
            throw new Refused(NonconformityRefusal.NOT_THE_INSPECTOR);
        }
        String inspector = checker(chosen, context.actor());
        UUID id = chosen.dispositionId();
        return command.passed()
                ? checked(
                        sheet,
                        new ReinspectionPassed(id, inspector, command.evidence(), chosen.quantity(), command.note()))
                : List.of(new ReinspectionFailed(id, inspector, command.evidence(), chosen.quantity(), command.note()));
    }

    private static List<NonconformityEvent> verify(Verify command, Sheet sheet, Context context) {
        requireNoReinspection(command.dispositionId(), sheet);
        Disposition chosen = chosen(
                command.dispositionId(),
                sheet,
                part -> part.status() == Status.EXECUTED,
                NonconformityRefusal.NOT_EXECUTED);
        if (!Verifier.isOne(context.actor(), sheet.origin(), sheet.review(), context.policies())) {
            throw new Refused(NonconformityRefusal.NOT_THE_VERIFIER);
        }
        String verifier = checker(chosen, context.actor());
        return checked(sheet, new DispositionVerified(chosen.dispositionId(), verifier, command.note()));
    }

    /** What is to be inspected again is not simply found done. */
    private static void requireNoReinspection(@Nullable UUID id, Sheet sheet) {
        Dispositions dispositions = sheet.dispositions();
        boolean waits = id == null
                ? dispositions.standing(Status.EXECUTED).isEmpty()
                        && !dispositions.standing(Status.REINSPECTION).isEmpty()
                : dispositions
                        .find(id)
                        .filter(part -> part.status() == Status.REINSPECTION)
                        .isPresent();
        if (waits) {
            throw new Refused(NonconformityRefusal.NEEDS_REINSPECTION);
        }
    }

    private static String checker(Disposition disposition, Actor actor) {
        if (!SeparationOfDuty.mayCheck(actor.id(), disposition)) {
            throw new Refused(NonconformityRefusal.VERIFIED_BY_EXECUTOR);
        }
        return actor.id();
    }

    /** With the last part the whole is verified. */
    private static List<NonconformityEvent> checked(Sheet sheet, DispositionStep step) {
        Dispositions after = sheet.dispositions().after(step);
        if (!ClosedLoop.isComplete(after)) {
            return List.of(step);
        }
        return List.of(
                step,
                new NonconformityVerified(
                        sheet.number(),
                        sheet.origin().complaintIds(),
                        after.covering().stream()
                                .map(part -> new Disposed(part.disposition(), part.quantity()))
                                .toList()));
    }

    private static List<NonconformityEvent> close(Close command, Sheet sheet, Context context) {
        List<String> unmet =
                sheet.stage() == Stage.REVIEW ? ClosedLoop.unmet(sheet.dispositions()) : List.of("it is not reviewed");
        if (!unmet.isEmpty()) {
            throw new Refused(NonconformityRefusal.NOT_VERIFIED, String.join("; ", unmet));
        }
        return List.of(new NonconformityClosed(
                sheet.number(), sheet.origin().complaintIds(), context.actor().id(), command.note()));
    }

    /** The disposition that is named, or the only one that stands for this. */
    private static Disposition chosen(
            @Nullable UUID id, Sheet sheet, Predicate<Disposition> stands, Refusal otherwise) {
        if (id != null) {
            return named(id, sheet, stands, otherwise);
        }
        List<Disposition> standing =
                sheet.dispositions().all().stream().filter(stands).toList();
        if (standing.isEmpty()) {
            throw refused(otherwise, sheet);
        }
        if (standing.size() > 1) {
            throw new InvalidInput(
                    "/dispositionId",
                    "must be given, as several stand: "
                            + standing.stream()
                                    .map(part -> part.dispositionId().toString())
                                    .collect(Collectors.joining(", ")));
        }
        return standing.getFirst();
    }

    private static Disposition named(UUID id, Sheet sheet, Predicate<Disposition> stands, Refusal otherwise) {
        Disposition found = sheet.dispositions()
                .find(id)
                .orElseThrow(() -> new InvalidInput("/dispositionId", "is no disposition of this nonconformity"));
        if (!stands.test(found)) {
            throw new Refused(otherwise, "the disposition is " + found.status().wire());
        }
        return found;
    }

    private static void requireReview(Sheet sheet) {
        if (sheet.stage() != Stage.REVIEW) {
            throw refused(NonconformityRefusal.NOT_UNDER_REVIEW, sheet);
        }
    }

    private static void requireUndisposed(Sheet sheet) {
        if (sheet.dispositions().undisposed() == 0) {
            throw refused(NonconformityRefusal.NOT_UNDER_REVIEW, sheet);
        }
    }

    private static String level(Sheet sheet) {
        return Objects.requireNonNull(sheet.review().level(), "it is classified");
    }

    private static Refused refused(Refusal refusal, Sheet sheet) {
        return new Refused(refusal, "it is " + sheet.status().wire());
    }

    private static Sheet on(Nonconformity state) {
        return switch (state) {
            case Sheet sheet -> sheet;
            case Unreported none -> throw new IllegalStateException("an event before the report");
        };
    }

    private static Sheet open(Nonconformity state) {
        Sheet sheet = on(state);
        if (sheet.stage().ended()) {
            throw refused(NonconformityRefusal.ENDED, sheet);
        }
        return sheet;
    }

    private static Sheet reported(NonconformityReported e) {
        UUID complaintId = e.complaintId();
        return new Sheet(
                e.number(),
                Stage.REPORTED,
                new Filing(
                        e.source(),
                        e.category(),
                        e.severity(),
                        e.product(),
                        e.supplier(),
                        e.location(),
                        e.finding(),
                        e.standard()),
                new Origin(
                        e.discoverer(),
                        e.reportedAt(),
                        complaintId == null ? List.of() : List.of(complaintId),
                        e.complaintNumber()),
                Custody.NONE,
                Review.of(e.severity()),
                Dispositions.of(e.product()));
    }
}
