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
        Customer known = customer == null ? seenIn(key, Objects.requireNonNull(after)) : customer;
        return new Customer(
                key,
                complaints,
                open,
                known.firstComplaintAt,
                known.lastComplaintAt,
                known.customerId,
                known.customerClass,
                known.contact,
                known.search);
    }

    private static int open(@Nullable CustomerComplaint complaint) {
        return complaint != null && complaint.isOpen() ? 1 : 0;
    }

    /** The customer with what his first and his last complaint say. */
    Customer spanning(CustomerComplaint first, CustomerComplaint last) {
        Customer seen = seenIn(key, last);
        return new Customer(
                key,
                complaintCount,
                openCount,
                first.receivedAt(),
                last.receivedAt(),
                seen.customerId,
                seen.customerClass,
                seen.contact,
                seen.search);
    }

    private static Customer seenIn(String key, CustomerComplaint complaint) {
        Contact contact = complaint.contact();
        return new Customer(
                key,
                0,
                0,
                complaint.receivedAt(),
                complaint.receivedAt(),
                complaint.customerId(),
                complaint.customerClass(),
                contact,
                Stream.of(
                                contact.name(),
                                contact.phone(),
                                complaint.phone(),
                                contact.email(),
                                contact.address(),
                                complaint.customerId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining("\n"))
                        .toLowerCase(Locale.ROOT));
    }
}
