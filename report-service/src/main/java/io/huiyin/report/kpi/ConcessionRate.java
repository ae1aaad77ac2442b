package io.huiyin.report.kpi;

/** K-27: nonconformities with a concession ÷ nonconformities disposed of. */
final class ConcessionRate {

    private ConcessionRate() {}

    static Measure v1(KpiFigures figures) {
        return new Measure(
                figures.nonconformities().conceded(), figures.nonconformities().disposed());
    }
}
