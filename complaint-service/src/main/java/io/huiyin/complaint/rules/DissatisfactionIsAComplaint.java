package io.huiyin.complaint.rules;

import io.huiyin.complaint.Customer;
import io.huiyin.complaint.Filing;
import io.huiyin.complaint.Person;
import io.huiyin.complaint.Product;
import io.huiyin.complaint.incoming.followup.FollowUpFact;
import io.huiyin.complaint.incoming.followup.FollowUpFact.Issue;
import io.huiyin.complaint.incoming.followup.FollowUpFact.Recorded;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a dissatisfied customer says in one contact makes one complaint: of the severest of his issues, demanding what he asks
 * for, or failing that, that what he describes be put right. FUP-43, CMP-01.
 */
public final class DissatisfactionIsAComplaint {

    private static final String CHANNEL = "follow-up";

    private DissatisfactionIsAComplaint() {}

    public static Filing filing(Recorded recorded, Instant foundAt, PolicyValues policies) {
        List<Issue> issues = recorded.issues() == null ? List.of() : recorded.issues();
        Customer customer = customer(recorded.customer());
        Person person = customer == null ? null : customer.person();
        boolean reachable = person != null && person.name() != null && person.hasContact();
        String description = joined(
                Stream.concat(Stream.of(recorded.opinions()), issues.stream().map(Issue::description)));
        String demand = joined(issues.stream().map(Issue::demand));
        return new Filing(
                CHANNEL,
                foundAt,
                null,
                !reachable,
                false,
                customer,
                product(recorded.product()),
                null,
                null,
                null,
                severest(recorded.severity(), issues, policies),
                null,
                null,
                description.isEmpty() ? "dissatisfied" : description,
                demand.isEmpty() ? description : demand,
                null);
    }

    private static String joined(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** The highest of the profile's classes that is named; the earlier complaint's where none is. */
    private static @Nullable String severest(@Nullable String before, List<Issue> issues, PolicyValues policies) {
        List<String> classes = KnownSeverity.classes(policies);
        return issues.stream()
                .map(Issue::severity)
                .filter(severity -> severity != null && classes.contains(severity))
                .max(Comparator.comparingInt(classes::indexOf))
                .orElse(before != null && classes.contains(before) ? before : null);
    }

    private static @Nullable Customer customer(FollowUpFact.@Nullable Customer told) {
        if (told == null) {
            return null;
        }
        FollowUpFact.Person person = told.person();
        return new Customer(
                told.customerId(),
                told.identified(),
                told.customerClass() == null ? "ordinary" : told.customerClass(),
                person == null
                        ? null
                        : new Person(
                                person.personId() == null ? told.customerId() : person.personId(),
                                person.name(),
                                person.phone(),
                                person.email(),
                                person.address()));
    }

    private static @Nullable Product product(FollowUpFact.@Nullable Product told) {
        return told == null
                ? null
                : new Product(
                        told.name(),
                        told.subProduct(),
                        told.model(),
                        told.serialNumber(),
                        told.lot(),
                        told.orderNumber(),
                        told.quantity(),
                        told.deliveredOn());
    }
}
