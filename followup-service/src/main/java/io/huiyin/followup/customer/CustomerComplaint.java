package io.huiyin.followup.customer;

import io.huiyin.followup.customer.rules.CustomerRecognition;
import io.huiyin.followup.incoming.complaint.ComplaintFact;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Accepted;
import io.huiyin.followup.incoming.complaint.ComplaintFact.ClarificationAsked;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Clarified;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Classified;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Closed;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Corrected;
import io.huiyin.followup.incoming.complaint.ComplaintFact.CustomerAccepted;
import io.huiyin.followup.incoming.complaint.ComplaintFact.CustomerInformed;
import io.huiyin.followup.incoming.complaint.ComplaintFact.CustomerRejected;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Declined;
import io.huiyin.followup.incoming.complaint.ComplaintFact.FinalAnswerGiven;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Imported;
import io.huiyin.followup.incoming.complaint.ComplaintFact.InvestigationStarted;
import io.huiyin.followup.incoming.complaint.ComplaintFact.LiabilityDetermined;
import io.huiyin.followup.incoming.complaint.ComplaintFact.MeasureCompleted;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Progress;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Refiled;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Registered;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Reopened;
import io.huiyin.followup.incoming.complaint.ComplaintFact.SettlementApproved;
import io.huiyin.followup.incoming.complaint.ComplaintFact.SettlementEscalated;
import io.huiyin.followup.incoming.complaint.ComplaintFact.SettlementProposed;
import io.huiyin.followup.incoming.complaint.ComplaintFact.SettlementReturned;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Step;
import io.huiyin.followup.incoming.complaint.ComplaintFact.VerificationFailed;
import io.huiyin.followup.incoming.complaint.ComplaintFact.Verified;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One complaint as a customer's record shows it, and whose it is.
 *
 * @param customerKey whose; null when nobody gave a name
 * @param customerId the id the complaint carries
 * @param phone the phone in the form it is looked up by
 * @param email the e-mail address in the form it is looked up by
 */
record CustomerComplaint(
        UUID complaintId,
        String number,
        Instant receivedAt,
        String status,
        boolean historical,
        @Nullable String customerKey,
        @Nullable String customerId,
        @Nullable String customerClass,
        @Nullable String phone,
        @Nullable String email,
        Contact contact,
        Matter matter) {

    private static final String REGISTERED = "registered";
    private static final String CLARIFYING = "clarifying";
    private static final String ACCEPTED = "accepted";
    private static final String CLASSIFIED = "classified";
    private static final String INVESTIGATING = "investigating";
    private static final String APPROVAL_PENDING = "approval-pending";
    private static final String IMPLEMENTING = "implementing";
    private static final String IMPLEMENTED = "implemented";
    private static final String DECLINED = "declined";
    private static final String CLOSED = "closed";
    private static final Set<String> ENDED = Set.of(DECLINED, CLOSED);

    /** What it is about. */
    record Matter(
            @Nullable String product,
            @Nullable String model,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity) {

        private static Matter of(
                ComplaintFact.@Nullable Product product,
                @Nullable String category,
                @Nullable String issue,
                @Nullable String severity) {
            return new Matter(
                    product == null ? null : product.name(),
                    product == null ? null : product.model(),
                    category,
                    issue,
                    severity);
        }

        private Matter with(
                ComplaintFact.@Nullable Product given,
                @Nullable String givenCategory,
                @Nullable String givenIssue,
                @Nullable String givenSeverity) {
            return new Matter(
                    given == null ? product : given.name(),
                    given == null ? model : given.model(),
                    givenCategory == null ? category : givenCategory,
                    givenIssue == null ? issue : givenIssue,
                    givenSeverity == null ? severity : givenSeverity);
        }
    }

    /** Whether somebody still owes the customer an end. */
    boolean isOpen() {
        return !ENDED.contains(status);
    }

    /** The complaint after one more fact; null for what happens to a complaint that was never filed. */
    static @Nullable CustomerComplaint after(@Nullable CustomerComplaint known, UUID id, ComplaintFact fact) {
        return switch (fact) {
            case Registered e ->
                filed(
                        id,
                        e.number(),
                        e.receivedAt(),
                        e.status(),
                        false,
                        e.customer(),
                        Matter.of(e.product(), e.category(), e.issue(), e.severity()));
            case Imported e ->
                filed(
                        id,
                        e.number(),
                        e.receivedAt(),
                        REGISTERED,
                        true,
                        e.customer(),
                        Matter.of(e.product(), e.category(), e.issue(), null));
            case Progress e -> known == null ? null : known.after(e);
        };
    }

    private CustomerComplaint after(Progress fact) {
        return switch (fact) {
            case ClarificationAsked e -> standing(CLARIFYING);
            case Clarified e ->
                standing(e.missing() == null || e.missing().isEmpty() ? REGISTERED : CLARIFYING)
                        .of(e.customer())
                        .about(matter.with(e.product(), e.category(), e.issue(), e.severity()));
            case Corrected e ->
                received(e.receivedAt() == null ? receivedAt : e.receivedAt())
                        .of(e.customer())
                        .about(matter.with(e.product(), e.category(), e.issue(), e.severity()));
            case Accepted e -> standing(ACCEPTED);
            case Declined e -> standing(DECLINED);
            case Classified e -> standing(CLASSIFIED).about(matter.with(null, null, e.issue(), e.severity()));
            case Step e -> standing(status(e));
        };
    }

    /** Where a case stands after a step of handling (RULEBOOK §4.1). */
    private static String status(Step step) {
        return switch (step) {
            case InvestigationStarted e -> INVESTIGATING;
            case LiabilityDetermined e -> "liability-determined";
            case SettlementProposed e -> APPROVAL_PENDING;
            case SettlementApproved e -> "approved";
            case SettlementReturned e -> INVESTIGATING;
            case SettlementEscalated e -> APPROVAL_PENDING;
            case CustomerInformed e -> "communicated";
            case CustomerAccepted e -> IMPLEMENTING;
            case CustomerRejected e -> "rejected-by-customer";
            case Refiled e -> INVESTIGATING;
            case FinalAnswerGiven e -> IMPLEMENTED;
            case MeasureCompleted e -> IMPLEMENTED;
            case Verified e -> "verified";
            case VerificationFailed e -> IMPLEMENTING;
            case Closed e -> CLOSED;
            case Reopened e -> INVESTIGATING;
        };
    }

    private static CustomerComplaint filed(
            UUID id,
            String number,
            Instant receivedAt,
            String status,
            boolean historical,
            ComplaintFact.@Nullable Customer customer,
            Matter matter) {
        return new CustomerComplaint(
                        id, number, receivedAt, status, historical, null, null, null, null, null, Contact.NONE, matter)
                .of(customer);
    }

    private CustomerComplaint of(ComplaintFact.@Nullable Customer customer) {
        if (customer == null) {
            return this;
        }
        Contact given = Contact.of(customer.person());
        return new CustomerComplaint(
                complaintId,
                number,
                receivedAt,
                status,
                historical,
                CustomerRecognition.key(customer.customerId(), customer.identified(), given.phone(), given.email()),
                customer.customerId(),
                customer.customerClass(),
                CustomerRecognition.phone(given.phone()),
                CustomerRecognition.email(given.email()),
                given,
                matter);
    }

    private CustomerComplaint standing(String now) {
        return new CustomerComplaint(
                complaintId,
                number,
                receivedAt,
                now,
                historical,
                customerKey,
                customerId,
                customerClass,
                phone,
                email,
                contact,
                matter);
    }

    private CustomerComplaint received(Instant at) {
        return new CustomerComplaint(
                complaintId,
                number,
                at,
                status,
                historical,
                customerKey,
                customerId,
                customerClass,
                phone,
                email,
                contact,
                matter);
    }

    private CustomerComplaint about(Matter now) {
        return new CustomerComplaint(
                complaintId,
                number,
                receivedAt,
                status,
                historical,
                customerKey,
                customerId,
                customerClass,
                phone,
                email,
                contact,
                now);
    }
}
