package io.huiyin.report.kpi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.report.kpi.KpiDefinition.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key figure of a period.
 *
 * @param unit percent or count
 * @param denominator null for a count
 * @param value percent with two decimals, or a whole number; null when nothing was due
 * @param target null without one
 * @param met whether the exact rate meets the target; null without a target or a value
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KpiValue(
        String kpi,
        Text name,
        String unit,
        int definitionVersion,
        long numerator,
        @Nullable Long denominator,
        @Nullable String value,
        @Nullable Target target,
        @Nullable Boolean met) {

    /**
     * What is aimed at.
     *
     * @param percent of a count the number itself
     * @param direction which side of it is good: at-least, at-most, below
     * @param policy which version of which policy value it is
     */
    public record Target(String percent, String direction, PolicyRef policy) {

        static Target of(PolicyValue.Target target, PolicyRef policy) {
            return new Target(
                    target.percent().toPlainString(),
                    target.direction().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    policy);
        }
    }
}
