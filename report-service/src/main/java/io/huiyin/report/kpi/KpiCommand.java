package io.huiyin.report.kpi;

import java.util.Map;
import java.util.UUID;

/** What can be asked of a key figure. */
public sealed interface KpiCommand {

    /**
     * Keep what a report says.
     *
     * @param scope whose days the period has: a time zone
     * @param report the report that says it, {@code edition} which of its period
     */
    record MeasureKpi(
            KpiValue value, String period, String scope, UUID report, long edition, Map<String, String> computedFrom)
            implements KpiCommand {}
}
