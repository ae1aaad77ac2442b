package io.huiyin.report.kpi;

/** K-27: nonconformities reported. */
final class NonconformityCount {

    private NonconformityCount() {}

    static Measure v1(KpiFigures figures) {
        return Measure.count(figures.nonconformities().events());
    }
}
