package io.huiyin.report.kpi;

/** One version of a key figure's formula; the class is named after the KPI, the definition says the rest. */
@FunctionalInterface
public interface KpiFormula {

    Measure of(KpiFigures figures);
}
