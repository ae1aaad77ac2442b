package io.huiyin.report.kpi;

import io.huiyin.report.kpi.KpiEvent.KpiMeasured;
import org.jspecify.annotations.Nullable;

/** One key figure of one period and scope: what was measured last. */
public record Kpi(@Nullable KpiMeasured last) {}
