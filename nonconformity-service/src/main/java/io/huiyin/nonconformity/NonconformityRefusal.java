package io.huiyin.nonconformity;

import io.huiyin.kernel.decide.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything a nonconformity can say no to. */
public enum NonconformityRefusal implements Refusal {
    ENDED("X-11", "It is cleared or closed; nothing more can be done to it.", "该不合格项已解除或已关闭，不能再操作。"),
    ALREADY_SEGREGATED("NCR-08", "Only what was just reported is segregated.", "只有刚提报的不合格项才能隔离。"),
    NOT_SEGREGATED("NCR-08", "Items are segregated before the finding is confirmed.", "实物须先隔离，再确认不合格。"),
    ALREADY_CONFIRMED("NCR-10", "The finding is confirmed already.", "该不合格已经确认。"),
    NOT_CONFIRMED("NCR-10", "A finding is confirmed before it is classified.", "须先确认不合格，再分级。"),
    ALREADY_IN_REVIEW("NCR-21", "The severity stands once the review is convened.", "评审召集后不能再改变分级。"),
    NOT_CLASSIFIED("NCR-06", "The severity is said before the review is convened.", "须先分级，再召集评审。"),
    NOT_UNDER_REVIEW("NCR-19", "Nothing of it is under review.", "目前没有处于评审中的部分。"),
    NOT_A_MEMBER("NCR-20", "Only a convened member gives an opinion.", "只有被召集的评审成员才能发表意见。"),
    NOT_REVIEWED("NCR-19", "Nothing is disposed of without a recorded opinion of the review.", "没有评审意见，不得处置。"),
    DISPOSITION_NOT_ENABLED("NCR-22", "This disposition is not in use here.", "本单位未启用该处置方式。"),
    CONCESSION_NOT_ALLOWED("NCR-26", "Using it against its requirement is not allowed here.", "本单位不允许让步接收、特采或紧急放行。"),
    QUANTITY_NOT_KNOWN("NCR-22", "Without a quantity the whole is not divided.", "未登记数量，不能分批处置。"),
    QUANTITY_EXCEEDED("NCR-22", "The quantities add up to more than the whole.", "处置数量之和超过不合格总数。"),
    NOTHING_PROPOSED("NCR-21", "No disposition waits for a decision.", "没有待审批的处置方案。"),
    LEVEL_TOO_LOW("NCR-21", "A higher level decides at this severity.", "该级别的不合格须由上一级评审机构审批。"),
    NOT_APPROVED("NCR-32", "Only an approved disposition is carried out.", "处置方案未经批准，不得执行。"),
    EXECUTED_BY_REVIEWER("X-15", "Who reviewed or approved it does not carry it out.", "评审人或批准人不得执行该处置。"),
    NOT_IN_REINSPECTION("NCR-35", "Nothing waits for a re-inspection.", "没有待复检的处置。"),
    NEEDS_REINSPECTION("NCR-35", "What was reworked or repaired is inspected again.", "返工、返修或重做的须经复检。"),
    NOT_EXECUTED("NCR-36", "Only what was carried out is verified.", "处置尚未执行，不能验证。"),
    NOT_THE_VERIFIER("NCR-36", "Somebody else verifies here.", "按规定须由其他人员验证。"),
    VERIFIED_BY_EXECUTOR("X-15", "Nobody checks what he carried out himself.", "执行人不得复检或验证自己执行的处置。"),
    NOT_VERIFIED("X-11", "It closes when all of it is disposed of and verified.", "全部处置并验证合格后才能关闭。"),
    NOT_THE_INSPECTOR(
            "NCR-74", "The manufacturing department does not inspect this kind of item itself.", "该类物品不由生产部门自检。");

    private final @Nullable String rule;
    private final String english;
    private final String chinese;

    NonconformityRefusal(@Nullable String rule, String english, String chinese) {
        this.rule = rule;
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String slug() {
        return "nonconformity-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
