package io.huiyin.report.kpi;

/** K-33: actions verified effective ÷ actions due. */
final class ActionEffectiveness {

    private ActionEffectiveness() {}

    static Measure v1(KpiFigures figures) {
        return new Measure(figures.actions().effective(), figures.actions().due());
    }
}
