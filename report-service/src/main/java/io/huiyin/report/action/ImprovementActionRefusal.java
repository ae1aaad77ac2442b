package io.huiyin.report.action;

import io.huiyin.kernel.decide.Refusal;
import java.util.Locale;

/** Everything an improvement action can say no to. */
public enum ImprovementActionRefusal implements Refusal {
    ALREADY_PROPOSED("RPT-39", "An action is proposed once.", "改进措施只提出一次。"),
    NOT_ASSIGNABLE(
            "RPT-39",
            "Only an action that is proposed, assigned or in progress can be assigned.",
            "只有已提出、已指派或进行中的改进措施才能指派。"),
    NOT_ASSIGNED("RPT-39", "Only an assigned action can be started.", "只有已指派的改进措施才能开始。"),
    NOT_IN_PROGRESS("RPT-39", "Only an action in progress can be reported done.", "只有进行中的改进措施才能报告完成。"),
    NOT_TO_VERIFY("RPT-39", "Only an action that was reported done can be verified.", "只有已报告完成的改进措施才能验证。"),
    NOT_VERIFIED(
            "RPT-06",
            "Nobody is told a result before it was verified as effective; the director is told once.",
            "措施经验证有效后才能上报主管厂长或告知顾客；上报只需一次。"),
    NOT_CANCELLABLE("X-11", "What was reported done is verified and closed, not cancelled.", "已报告完成的改进措施须经验证和关闭，不能取消。"),
    VERIFIER_IS_RESPONSIBLE(
            "X-15", "Who is responsible for an action, or did it, does not verify it.", "责任人或执行人不得验证自己的改进措施。"),
    NOT_THE_VERIFIER(
            "RPT-04",
            "Only the named verifier, or quality of the verifying department, verifies.",
            "只有指定的验证人或验证部门的质量人员才能验证。"),
    LOOP_OPEN("X-11", "An action is closed only when its loop is.", "改进措施尚未形成闭环，不能关闭。");

    private final String rule;
    private final String english;
    private final String chinese;

    ImprovementActionRefusal(String rule, String english, String chinese) {
        this.rule = rule;
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String slug() {
        return "improvement-action-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String rule() {
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
