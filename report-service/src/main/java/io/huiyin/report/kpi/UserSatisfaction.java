package io.huiyin.report.kpi;

/** K-02 用户满意程度: satisfied answers ÷ valid answers. */
final class UserSatisfaction {

    private UserSatisfaction() {}

    static Measure v1(KpiFigures figures) {
        return new Measure(
                figures.followUps().satisfied(), figures.followUps().scores().answers());
    }
}
