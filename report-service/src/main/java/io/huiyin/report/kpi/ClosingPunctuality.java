package io.huiyin.report.kpi;

/** K-16: complaints closed within their limit ÷ complaints due to be closed in the period. */
final class ClosingPunctuality {

    private ClosingPunctuality() {}

    static Measure v1(KpiFigures figures) {
        return new Measure(figures.closings().met(), figures.closings().due());
    }
}
