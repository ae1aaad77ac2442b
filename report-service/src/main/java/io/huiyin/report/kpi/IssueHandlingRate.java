package io.huiyin.report.kpi;

/** K-08 回访处理率: issues with an outcome ÷ issues raised. */
final class IssueHandlingRate {

    private IssueHandlingRate() {}

    static Measure v1(KpiFigures figures) {
        return new Measure(figures.issues().settled(), figures.issues().raised());
    }
}
