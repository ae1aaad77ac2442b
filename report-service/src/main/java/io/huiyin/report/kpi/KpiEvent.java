package io.huiyin.report.kpi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huiyin.kernel.event.EventName;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about key figures. A record may be renamed; its event name may not. */
public sealed interface KpiEvent {

    /**
     * A key figure was measured; the same figures stand in the report.
     *
     * @param scope whose days the period has: a time zone
     * @param edition of the report, by which later measurements are told from earlier ones
     */
    @EventName("kpi-measured")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record KpiMeasured(
            String kpi,
            int definitionVersion,
            String period,
            String scope,
            String unit,
            long numerator,
            @Nullable Long denominator,
            @Nullable String value,
            KpiValue.@Nullable Target target,
            @Nullable Boolean met,
            UUID reportId,
            long edition,
            Map<String, String> computedFrom)
            implements KpiEvent {}
}
