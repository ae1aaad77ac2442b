package io.huiyin.report;

import io.huiyin.kernel.decide.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything a report can say no to. */
public enum ReportRefusal implements Refusal {
    NOT_A_DRAFT("RPT-23", "Only a draft can be submitted.", "只有草稿才能提交。"),
    NOT_SUBMITTED("RPT-23", "Only a submitted report can be approved or returned.", "只有已提交的报告才能批准或退回。"),
    NOT_APPROVED("RPT-23", "Only an approved report can be issued.", "只有已批准的报告才能发布。"),
    NOT_ISSUED("RPT-23", "Only an issued report can be superseded.", "只有已发布的报告才能作废替换。"),
    SUCCESSOR_DIFFERS(
            "RPT-23", "A report is superseded by another one of the same kind and period.", "替换报告必须是同一类型、同一期间的另一份报告。"),
    SECTION_LEFT_EMPTY("RPT-02", "A section is empty and not marked \"none this period\".", "有章节为空且未标明“本期无”。"),
    ALREADY_COMPILED("RPT-24", "A report is compiled once; compile a new edition.", "报告只编制一次；请编制新版次。"),
    NOT_THE_APPROVER("RPT-01", "Somebody else approves reports here.", "按规定，报告由其他角色批准或退回。");

    private final @Nullable String rule;
    private final String english;
    private final String chinese;

    ReportRefusal(@Nullable String rule, String english, String chinese) {
        this.rule = rule;
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String slug() {
        return "report-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public @Nullable String rule() {
        return rule;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
