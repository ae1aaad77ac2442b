package io.huiyin.followup.customer;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer known from complaints. Counts take every complaint, what he is called and where he is reached is as he gave it with
 * the last one.
 *
 * @param customerId the id the last complaint carries
 * @param search what a text search looks through, in lower case
 */
record Customer(
        String key,
        int complaintCount,
        int openCount,
        Instant firstComplaintAt,
        Instant lastComplaintAt,
        @Nullable String customerId,
        @Nullable String customerClass,
        Contact contact,
        String search) {

    /** Until his complaints are looked at from first to last: see {@link #spanning}. */
    private static final String NOT_SEEN = "";

    /** The counts after one complaint came ({@code before} is null), changed, or went ({@code after} is null). */
    static @Nullable Customer counted(
            String key,
            @Nullable Customer customer,
            @Nullable CustomerComplaint before,
            @Nullable CustomerComplaint after) {
        int complaints =
                (customer == null ? 0 : customer.complaintCount) + (after == null ? 0 : 1) - (before == null ? 0 : 1);
        int open = (customer == null ? 0 : customer.openCount) + open(after) - open(before);
        if (complaints == 0) {
            return null;
        }
        if (customer == null) {
            CustomerComplaint first = Objects.requireNonNull(after);
            return new Customer(
                    key,
                    complaints,
                    open,
                    first.receivedAt(),
                    first.receivedAt(),
                    first.customerId(),
                    first.customerClass(),
                    first.contact(),
                    NOT_SEEN);
        }
        return new Customer(
                key,
                complaints,
                open,
                customer.firstComplaintAt,
                customer.lastComplaintAt,
                customer.customerId,
                customer.customerClass,
                customer.contact,
                customer.search);
    }

    private static int open(@Nullable CustomerComplaint complaint) {
        return complaint != null && complaint.isOpen() ? 1 : 0;
    }

    /** The customer with what his first and his last complaint say. */
    Customer spanning(CustomerComplaint first, CustomerComplaint last) {
        Contact contact = last.contact();
        return new Customer(
                key,
                complaintCount,
                openCount,
                first.receivedAt(),
                last.receivedAt(),
                last.customerId(),
                last.customerClass(),
                contact,
                Stream.of(
                                contact.name(),
                                contact.phone(),
                                last.phone(),
                                contact.email(),
                                contact.address(),
                                last.customerId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining("\n"))
                        .toLowerCase(Locale.ROOT));
    }
}
