package io.huiyin.report.kpi;

/** K-07 回访率: follow-ups recorded ÷ follow-ups due. */
final class FollowUpRate {

    private FollowUpRate() {}

    static Measure v1(KpiFigures figures) {
        return new Measure(figures.followUps().recorded(), figures.followUps().due());
    }
}
