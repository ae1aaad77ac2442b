package io.huiyin.report.kpi;

/** K-18: complaints received. */
final class ComplaintCount {

    private ComplaintCount() {}

    static Measure v1(KpiFigures figures) {
        return Measure.count(figures.complaints());
    }
}
