package io.huiyin.complaint.views.list;

import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.ComplaintEvent.ClarificationAsked;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintClarified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintCorrected;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.ComplaintEvent.ComplaintForwarded;
import io.huiyin.complaint.ComplaintEvent.ComplaintImported;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
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
import java.util.Comparator;
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
                1,
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
        return switch (event) {
            case ComplaintRegistered e -> registered(e, about);
            case ComplaintImported e -> imported(e, about);
            case ClarificationAsked e ->
                new Change(row, about)
                        .status(ComplaintStatus.CLARIFYING)
                        .replied()
                        .row();
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
                        .row();
            case ComplaintAccepted e ->
                new Change(row, about).status(ComplaintStatus.ACCEPTED).row();
            case ComplaintDeclined e ->
                new Change(row, about)
                        .status(ComplaintStatus.DECLINED)
                        .replied()
                        .row();
            case ComplaintForwarded e -> new Change(row, about).row();
            case ComplaintClosed e ->
                new Change(row, about).status(ComplaintStatus.CLOSED).replied().row();
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
                earliest(e.deadlines()),
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
                null,
                true,
                searchable(e.number(), e.source(), e.customer(), e.product(), e.issue(), e.description()));
    }

    private static @Nullable Instant earliest(List<Deadline> deadlines) {
        return deadlines.stream()
                .map(Deadline::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
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
            row = copy(r, about.sequence(), r.status(), r.nextDueAt());
        }

        private static ComplaintListRow copy(
                ComplaintListRow r, int version, String status, @Nullable Instant nextDueAt) {
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
                    nextDueAt,
                    r.historical(),
                    r.search());
        }

        private Change status(ComplaintStatus status) {
            row = copy(row, row.version(), status.wire(), row.nextDueAt());
            return this;
        }

        private Change replied() {
            row = copy(row, row.version(), row.status(), null);
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
                    r.nextDueAt(),
                    r.historical(),
                    added.isBlank() ? r.search() : r.search() + "\n" + added);
            return this;
        }

        private ComplaintListRow row() {
            return row;
        }
    }
}
