package io.huiyin.report.kpi;

/** K-27: re-inspections passed ÷ re-inspections made. */
final class ReinspectionPassRate {

    private ReinspectionPassRate() {}

    static Measure v1(KpiFigures figures) {
        return new Measure(
                figures.nonconformities().passed(),
                figures.nonconformities().passed() + figures.nonconformities().failed());
    }
}
