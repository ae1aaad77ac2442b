package io.huiyin.report.views.facts;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.report.statistics.Span;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What is asked of statistics. */
public final class Asked {

    /** More groups than this are no statistics; it keeps one answer from filling the memory. */
    public static final int MOST_GROUPS = 50_000;

    private Asked() {}

    /**
     * Days from one to before another, in a zone or in that of the business.
     *
     * @throws InvalidInput naming the parameter that cannot be
     */
    public static Span span(@Nullable String from, @Nullable String to, @Nullable String zone, PolicyValues policies) {
        return Span.asked(
                Parameters.date("from", from),
                Parameters.date("to", to),
                Parameters.zone("zone", zone, policies.zone("business.zone")));
    }

    /**
     * Refuses more groups than an answer should hold.
     *
     * @throws InvalidInput naming {@code /by}
     */
    public static void mustBeFew(Collection<?> groups) {
        if (groups.size() > MOST_GROUPS) {
            throw new InvalidInput(
                    "/by", "gives more than " + MOST_GROUPS + " groups; ask for fewer dimensions or days");
        }
    }
}
