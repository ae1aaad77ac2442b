package io.huiyin.complaint.views.list;

import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.ComplaintEvent.BreachWithdrawn;
import io.huiyin.complaint.ComplaintEvent.ClarificationAsked;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintAcknowledged;
import io.huiyin.complaint.ComplaintEvent.ComplaintClarified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClassified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintCorrected;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.ComplaintEvent.ComplaintForwarded;
import io.huiyin.complaint.ComplaintEvent.ComplaintHeld;
import io.huiyin.complaint.ComplaintEvent.ComplaintImported;
import io.huiyin.complaint.ComplaintEvent.ComplaintRefiled;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.complaint.ComplaintEvent.ComplaintReopened;
import io.huiyin.complaint.ComplaintEvent.ComplaintResumed;
import io.huiyin.complaint.ComplaintEvent.ComplaintVerified;
import io.huiyin.complaint.ComplaintEvent.CustomerAccepted;
import io.huiyin.complaint.ComplaintEvent.CustomerInformed;
import io.huiyin.complaint.ComplaintEvent.CustomerRejected;
import io.huiyin.complaint.ComplaintEvent.DateAgreed;
import io.huiyin.complaint.ComplaintEvent.DeadlineApproached;
import io.huiyin.complaint.ComplaintEvent.DeadlineBreached;
import io.huiyin.complaint.ComplaintEvent.FinalAnswerGiven;
import io.huiyin.complaint.ComplaintEvent.FindingRecorded;
import io.huiyin.complaint.ComplaintEvent.FollowUpLinked;
import io.huiyin.complaint.ComplaintEvent.HandedOver;
import io.huiyin.complaint.ComplaintEvent.HeadNotified;
import io.huiyin.complaint.ComplaintEvent.InvestigationStarted;
import io.huiyin.complaint.ComplaintEvent.LiabilityDetermined;
import io.huiyin.complaint.ComplaintEvent.MeasureCompleted;
import io.huiyin.complaint.ComplaintEvent.NonconformityNoted;
import io.huiyin.complaint.ComplaintEvent.OverdueEscalated;
import io.huiyin.complaint.ComplaintEvent.ResultTracked;
import io.huiyin.complaint.ComplaintEvent.SettlementApproved;
import io.huiyin.complaint.ComplaintEvent.SettlementEscalated;
import io.huiyin.complaint.ComplaintEvent.SettlementProposed;
import io.huiyin.complaint.ComplaintEvent.SettlementReturned;
import io.huiyin.complaint.ComplaintEvent.VerificationFailed;
import io.huiyin.complaint.ComplaintEvent.VisitRequested;
import io.huiyin.complaint.ComplaintEvent.VisitorArrived;
import io.huiyin.complaint.ComplaintStatus;
import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.Customer;
import io.huiyin.complaint.Deadline;
import io.huiyin.complaint.Person;
import io.huiyin.complaint.Product;
import io.huiyin.complaint.Source;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.RowProjection;
import io.huiyin.kernel.projection.RowTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row per case for the list. */
@ApplicationScoped
public class ComplaintListProjection extends RowProjection<ComplaintListRow, ComplaintEvent> {

    /** Its name for ever. */
    public static final String NAME = "complaint-list";

    public ComplaintListProjection() {
        super(
                NAME,
                4,
                Set.of(Complaints.TOPIC),
                ComplaintEvent.class,
                RowTable.of("complaint_list_rows", ComplaintListRow.class, MethodHandles.lookup()));
    }

    @Override
    protected Object key(ComplaintEvent event, EventEnvelope about) {
        return about.subject();
    }

    @Override
    protected @Nullable ComplaintListRow apply(
            @Nullable ComplaintListRow row, ComplaintEvent event, EventEnvelope about) {
        ComplaintListRow changed = changed(row, event, about);
        return changed.due(changed.openLimits().after(event), changed.held());
    }

    private static ComplaintListRow changed(@Nullable ComplaintListRow row, ComplaintEvent event, EventEnvelope about) {
        return switch (event) {
            case ComplaintRegistered e -> registered(e, about);
            case ComplaintImported e -> imported(e, about);
            case ClarificationAsked e ->
                new Change(row, about).status(ComplaintStatus.CLARIFYING).row();
            case ComplaintClarified e ->
                new Change(row, about)
                        .status(e.missing().isEmpty() ? ComplaintStatus.REGISTERED : ComplaintStatus.CLARIFYING)
                        .facts(
                                e.channel(),
                                e.severity(),
                                e.category(),
                                e.issue(),
                                e.product(),
                                e.region(),
                                e.customer(),
                                e.description(),
                                null)
                        .row();
            case ComplaintCorrected e ->
                new Change(row, about)
                        .facts(
                                e.channel(),
                                e.severity(),
                                e.category(),
                                e.issue(),
                                e.product(),
                                e.region(),
                                e.customer(),
                                e.description(),
                                e.receivedAt())
                        .completed(e.missing())
                        .row();
            case ComplaintAcknowledged e -> new Change(row, about).row();
            case ComplaintAccepted e ->
                new Change(row, about).status(ComplaintStatus.ACCEPTED).row();
            case ComplaintDeclined e ->
                new Change(row, about)
                        .status(ComplaintStatus.DECLINED)
                        .held(false)
                        .row();
            case ComplaintClassified e ->
                new Change(row, about)
                        .status(ComplaintStatus.CLASSIFIED)
                        .facts(null, e.severity(), null, e.issue(), null, null, null, null, null)
                        .row();
            case InvestigationStarted e ->
                new Change(row, about).status(ComplaintStatus.INVESTIGATING).row();
            case LiabilityDetermined e ->
                new Change(row, about)
                        .status(ComplaintStatus.LIABILITY_DETERMINED)
                        .row();
            case SettlementProposed e ->
                new Change(row, about).status(ComplaintStatus.APPROVAL_PENDING).row();
            case SettlementApproved e ->
                new Change(row, about).status(ComplaintStatus.APPROVED).row();
            case SettlementReturned e ->
                new Change(row, about).status(ComplaintStatus.INVESTIGATING).row();
            case SettlementEscalated e ->
                new Change(row, about).status(ComplaintStatus.APPROVAL_PENDING).row();
            case CustomerInformed e ->
                new Change(row, about).status(ComplaintStatus.COMMUNICATED).row();
            case CustomerAccepted e ->
                new Change(row, about).status(ComplaintStatus.IMPLEMENTING).row();
            case CustomerRejected e ->
                new Change(row, about)
                        .status(ComplaintStatus.REJECTED_BY_CUSTOMER)
                        .row();
            case ComplaintRefiled e ->
                new Change(row, about).status(ComplaintStatus.INVESTIGATING).row();
            case FinalAnswerGiven e ->
                new Change(row, about).status(ComplaintStatus.IMPLEMENTED).row();
            case MeasureCompleted e ->
                new Change(row, about).status(ComplaintStatus.IMPLEMENTED).row();
            case ComplaintVerified e ->
                new Change(row, about).status(ComplaintStatus.VERIFIED).row();
            case VerificationFailed e ->
                new Change(row, about).status(ComplaintStatus.IMPLEMENTING).row();
            case ComplaintClosed e ->
                new Change(row, about)
                        .status(ComplaintStatus.CLOSED)
                        .held(false)
                        .row();
            case ComplaintReopened e ->
                new Change(row, about).status(ComplaintStatus.INVESTIGATING).row();
            case ComplaintResumed e ->
                new Change(row, about).moved(e.deadlines()).held(false).row();
            case ComplaintForwarded e -> new Change(row, about).row();
            case FindingRecorded e -> new Change(row, about).row();
            case ComplaintHeld e -> new Change(row, about).held(true).row();
            case NonconformityNoted e -> new Change(row, about).row();
            case FollowUpLinked e -> new Change(row, about).row();
            case HeadNotified e -> new Change(row, about).row();
            case DeadlineApproached e -> new Change(row, about).row();
            case DeadlineBreached e -> new Change(row, about).row();
            case OverdueEscalated e -> new Change(row, about).row();
            case BreachWithdrawn e -> new Change(row, about).row();
            case HandedOver e -> new Change(row, about).row();
            case DateAgreed e ->
                new Change(row, about).moved(List.of(e.deadline())).row();
            case VisitRequested e -> new Change(row, about).row();
            case VisitorArrived e -> new Change(row, about).row();
            case ResultTracked e -> new Change(row, about).row();
        };
    }

    private static ComplaintListRow registered(ComplaintRegistered e, EventEnvelope about) {
        Source source = e.source();
        return new ComplaintListRow(
                about.subject(),
                e.number(),
                about.sequence(),
                e.status(),
                e.channel(),
                e.severity(),
                e.category(),
                e.issue(),
                named(e.product()),
                e.region(),
                e.customer() == null ? null : e.customer().customerId(),
                named(e.customer()),
                source == null ? null : source.system(),
                source == null ? null : source.reference(),
                ComplaintListRow.summary(e.description()),
                e.receivedAt(),
                about.recordedAt(),
                OpenLimits.NONE,
                null,
                false,
                e.originFollowUpId(),
                false,
                searchable(e.number(), source, e.customer(), e.product(), e.issue(), e.description()));
    }

    private static ComplaintListRow imported(ComplaintImported e, EventEnvelope about) {
        return new ComplaintListRow(
                about.subject(),
                e.number(),
                about.sequence(),
                ComplaintStatus.REGISTERED.wire(),
                e.channel(),
                null,
                e.category(),
                e.issue(),
                named(e.product()),
                e.region(),
                e.customer() == null ? null : e.customer().customerId(),
                named(e.customer()),
                e.source().system(),
                e.source().reference(),
                ComplaintListRow.summary(e.description()),
                e.receivedAt(),
                about.recordedAt(),
                OpenLimits.NONE,
                null,
                false,
                null,
                true,
                searchable(e.number(), e.source(), e.customer(), e.product(), e.issue(), e.description()));
    }

    private static @Nullable String named(@Nullable Product product) {
        return product == null ? null : product.name() != null ? product.name() : product.model();
    }

    private static @Nullable String named(@Nullable Customer customer) {
        Person person = customer == null ? null : customer.person();
        return person == null ? null : person.name();
    }

    private static String searchable(
            String number,
            @Nullable Source source,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String issue,
            @Nullable String description) {
        Person person = customer == null ? null : customer.person();
        return ComplaintListRow.searchable(
                number,
                source == null ? null : source.reference(),
                person == null ? null : person.name(),
                person == null ? null : person.phone(),
                product == null ? null : product.name(),
                product == null ? null : product.model(),
                product == null ? null : product.serialNumber(),
                product == null ? null : product.lot(),
                product == null ? null : product.orderNumber(),
                issue,
                description);
    }

    /** A row with some columns changed. */
    private static final class Change {
        private ComplaintListRow row;

        private Change(@Nullable ComplaintListRow before, EventEnvelope about) {
            ComplaintListRow r = Objects.requireNonNull(before, "an event before the filing");
            row = copy(r, about.sequence(), r.status());
        }

        private static ComplaintListRow copy(ComplaintListRow r, int version, String status) {
            return new ComplaintListRow(
                    r.id(),
                    r.number(),
                    version,
                    status,
                    r.channel(),
                    r.severity(),
                    r.category(),
                    r.issue(),
                    r.product(),
                    r.region(),
                    r.customerId(),
                    r.customerName(),
                    r.sourceSystem(),
                    r.sourceReference(),
                    r.summary(),
                    r.receivedAt(),
                    r.recordedAt(),
                    r.openLimits(),
                    r.nextDueAt(),
                    r.held(),
                    r.originFollowUpId(),
                    r.historical(),
                    r.search());
        }

        private Change status(ComplaintStatus status) {
            row = copy(row, row.version(), status.wire());
            return this;
        }

        /** A correction that leaves nothing to be clarified. */
        private Change completed(@Nullable List<String> missing) {
            return missing != null && missing.isEmpty() && row.status().equals(ComplaintStatus.CLARIFYING.wire())
                    ? status(ComplaintStatus.REGISTERED)
                    : this;
        }

        private Change held(boolean now) {
            row = row.due(row.openLimits(), now);
            return this;
        }

        private Change moved(List<Deadline> promises) {
            row = row.due(row.openLimits().with(promises), row.held());
            return this;
        }

        private Change facts(
                @Nullable String channel,
                @Nullable String severity,
                @Nullable String category,
                @Nullable String issue,
                @Nullable Product product,
                @Nullable String region,
                @Nullable Customer customer,
                @Nullable String description,
                @Nullable Instant receivedAt) {
            ComplaintListRow r = row;
            String added = searchable("", null, customer, product, issue, description);
            row = new ComplaintListRow(
                    r.id(),
                    r.number(),
                    r.version(),
                    r.status(),
                    channel != null ? channel : r.channel(),
                    severity != null ? severity : r.severity(),
                    category != null ? category : r.category(),
                    issue != null ? issue : r.issue(),
                    product != null ? named(product) : r.product(),
                    region != null ? region : r.region(),
                    customer != null ? customer.customerId() : r.customerId(),
                    customer != null ? named(customer) : r.customerName(),
                    r.sourceSystem(),
                    r.sourceReference(),
                    description != null ? ComplaintListRow.summary(description) : r.summary(),
                    receivedAt != null ? receivedAt : r.receivedAt(),
                    r.recordedAt(),
                    r.openLimits(),
                    r.nextDueAt(),
                    r.held(),
                    r.originFollowUpId(),
                    r.historical(),
                    added.isBlank() ? r.search() : r.search() + "\n" + added);
            return this;
        }

        private ComplaintListRow row() {
            return row;
        }
    }
}
