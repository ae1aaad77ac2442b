package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.Named;
import io.huiyin.kernel.policy.PolicyValue.Count;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.policy.Term;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is on site within {@code svc.sla.onsite} of the request: by the kind of call, within {@code svc.radius.km} of the base by
 * its limit, else as for any call. Where no number tells it, the date agreed with the customer is the limit. CMP-23; §11 no. 20.
 */
public final class OnSiteDeadline {

    private static final String KEY = "svc.sla.onsite";
    private static final String RADIUS = "svc.radius.km";

    private static final String WITHIN_RADIUS = "within-radius";

    private OnSiteDeadline() {}

    /**
     * The limit of a visit that is requested now.
     *
     * @param kind of call; null for any
     * @param distanceKm from the base; null where unknown
     * @param agreedAt the date agreed with the customer, where the profile leaves it to him
     */
    public static Deadline of(
            @Nullable String kind, @Nullable Integer distanceKm, @Nullable Instant agreedAt, Context context) {
        PolicyValues policies = context.policies();
        Named.Terms terms = policies.value(KEY, Named.Terms.class);
        List<String> kinds = kinds(terms);
        if (kind != null && !kinds.contains(kind)) {
            throw fault("/kind", kinds.isEmpty() ? "kinds of calls are not told apart" : "is none of " + joined(kinds));
        }
        String name = kind != null ? kind : isWithinRadius(distanceKm, policies) ? WITHIN_RADIUS : Named.ANY;
        Term term = terms.of(name).orElse(new Term.Until(Term.End.AGREED_DATE));
        return switch (term) {
            case Limit limit ->
                withoutDate(agreedAt, PromisedDeadline.of(Deadline.ON_SITE, null, context.now(), limit, KEY, context));
            case Term.Span span ->
                withoutDate(
                        agreedAt,
                        PromisedDeadline.dueAt(Deadline.ON_SITE, context.now(), later(span, context), KEY, context));
            case Term.Until until ->
                PromisedDeadline.dueAt(Deadline.ON_SITE, context.now(), agreed(agreedAt, context), KEY, context);
        };
    }

    private static List<String> kinds(Named.Terms terms) {
        return terms.byName().keySet().stream()
                .filter(name -> !name.equals(Named.ANY) && !name.equals(WITHIN_RADIUS))
                .toList();
    }

    private static boolean isWithinRadius(@Nullable Integer distanceKm, PolicyValues policies) {
        return distanceKm != null
                && policies.given(RADIUS, Count.class)
                        .filter(radius -> distanceKm <= radius.count())
                        .isPresent();
    }

    private static Instant later(Term.Span span, Context context) {
        return context.calendar()
                .reached(LocalDateTime.ofInstant(
                                context.now(), context.calendar().zone())
                        .plus(span.period()));
    }

    private static Deadline withoutDate(@Nullable Instant agreedAt, Deadline limit) {
        if (agreedAt != null) {
            throw fault("/agreedAt", "is told by the limit; another date is agreed by agree-date");
        }
        return limit;
    }

    private static Instant agreed(@Nullable Instant agreedAt, Context context) {
        if (agreedAt == null) {
            throw fault("/agreedAt", "must be given: the date agreed with the customer is the limit");
        }
        if (!AgreedDate.isPlausible(agreedAt, context)) {
            throw fault("/agreedAt", "must lie ahead, at " + AgreedDate.furthest(context) + " at the latest");
        }
        return agreedAt;
    }

    private static InvalidInput fault(String pointer, String detail) {
        return new InvalidInput(List.of(new FieldFault(pointer, detail)));
    }

    private static String joined(List<String> names) {
        return String.join(", ", names);
    }
}
