package io.huiyin.report;

import java.util.Locale;

/** The six sections of a quality report, in their order (RPT-02). */
public enum SectionKey {
    QUALITY_TARGETS("质量目标完成情况", "Quality targets"),
    COMPLETION("成品与零部件完成情况", "Completion of products and parts"),
    INCIDENTS("质量事故统计与原因", "Quality incidents and their causes"),
    COMPLAINTS("质量投诉统计与原因", "Quality complaints and their causes"),
    FOLLOW_UPS("回访统计与原因", "Follow-ups and their causes"),
    CORRECTIVE_ACTIONS("纠正措施建议与事故处理结果", "Corrective action proposals and incident results");

    private final String chinese;
    private final String english;

    SectionKey(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** As the content calls it: {@code quality-targets}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
