package io.huiyin.report.kpi;

/** K-01 服务及时率: complaints whose first reply came within its limit ÷ complaints whose first-reply limit fell in the period. */
final class ServiceTimeliness {

    private ServiceTimeliness() {}

    static Measure v1(KpiFigures figures) {
        return new Measure(figures.firstReplies().met(), figures.firstReplies().due());
    }
}
