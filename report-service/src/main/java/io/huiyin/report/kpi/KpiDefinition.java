package io.huiyin.report.kpi;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a key figure means (RPT-29). A version never changes once it was measured; a change is a new version.
 *
 * @param kpi RULEBOOK §6.1, with a suffix where one entry names several figures
 * @param formula one sentence
 * @param population whose period counts, and what is left out
 * @param target key of the policy value that holds the target; null without one
 * @param owner the role that answers for it
 */
public record KpiDefinition(
        String kpi,
        int version,
        Text name,
        Text formula,
        Text population,
        Unit unit,
        @Nullable String target,
        String owner) {

    /** In both languages. */
    public record Text(String zh, String en) {}

    /** What its value counts in. */
    public enum Unit {
        PERCENT,
        COUNT;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
