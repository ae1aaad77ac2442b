package io.huiyin.complaint;

import io.huiyin.kernel.decide.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything a complaint can say no to. */
public enum ComplaintRefusal implements Refusal {
    NOT_OPEN("X-11", "The case is closed or declined; nothing more can be done to it.", "该投诉已结案或不予受理，不能再操作。"),
    NOT_FILED("X-16", "No such complaint has been filed.", "没有登记过该投诉。"),
    NOT_REGISTERED(
            "CMP-06", "Only a registered case that lacks nothing can be accepted or declined.", "只有登记完整的投诉才能受理或不予受理。"),
    NOT_CLARIFYING("CMP-08", "Nothing is to be clarified in this case.", "该投诉没有待澄清的内容。"),
    BEYOND_CLARIFICATION("CMP-08", "Questions are asked before a case is accepted.", "澄清须在受理之前进行。"),
    NOT_ACCEPTED("CMP-12", "Only an accepted case is classified.", "只有已受理的投诉才能分类。"),
    NOT_CLASSIFIED("CMP-12", "Only a classified case is investigated.", "投诉分类之后才能开始调查。"),
    NOT_INVESTIGATING("CMP-31", "Nobody is investigating this case now.", "该投诉目前不在调查中。"),
    NO_FINDING(
            "CMP-32",
            "Liability is determined on the record of an investigation; nothing has been found yet.",
            "须有调查记录才能判定责任。"),
    LIABLE_DEPARTMENT_DECIDES(
            "CMP-33", "The department held liable does not decide its liability alone.", "被判定责任的部门不能单独判定责任归属。"),
    LIABILITY_NOT_DETERMINED("CMP-38", "A settlement is proposed once liability is determined.", "判定责任之后才能提出处理方案。"),
    NOT_APPROVAL_PENDING("CMP-39", "No settlement of this case waits for approval.", "该投诉没有待审批的处理方案。"),
    BELOW_TIER("CMP-39", "The decision belongs to a higher tier.", "该方案须由更高一级审批。"),
    ABOVE_LIMIT("CMP-39", "The amount is above the approver's limit.", "金额超出审批人的权限。"),
    NOT_APPROVED("CMP-40", "The customer is told nothing before the settlement is approved.", "处理方案批准之前不得告知客户。"),
    ALREADY_INFORMED("CMP-40", "The customer has been told of the approved settlement already.", "已将批准的处理方案告知客户。"),
    NOT_COMMUNICATED("CMP-42", "The customer has not been told anything he could decide on.", "客户尚未被告知可供其决定的方案。"),
    NOT_REJECTED("CMP-43", "The customer has not rejected a settlement.", "客户没有拒绝处理方案。"),
    REFILING_IS_NOT_OUR_WAY(
            "CMP-43", "A rejected settlement is escalated here, not refiled.", "按本单位规定，客户拒绝后应升级处理，而非重新立案。"),
    ESCALATING_IS_NOT_OUR_WAY(
            "CMP-43", "A rejected settlement is refiled here, not escalated.", "按本单位规定，客户拒绝后应重新立案，而非升级处理。"),
    NOT_IMPLEMENTING("CMP-42", "Nothing is being carried out in this case now.", "该投诉目前没有正在执行的措施。"),
    NOT_IMPLEMENTED("CMP-27", "What was agreed has not been carried out yet.", "商定的措施尚未执行完毕。"),
    CLOSURE_UNMET("CMP-49", "The case is not ready to be closed.", "该投诉尚不满足结案条件。"),
    NOT_CLOSED("X-11", "Only a closed case is reopened.", "只有已结案的投诉才能重新处理。"),
    ALREADY_HELD("CMP-21", "The case is held already.", "该投诉已处于暂停状态。"),
    NOT_HELD("CMP-21", "The case is not held.", "该投诉没有暂停。"),
    NOBODYS_STEP("CMP-26", "No department's step of the case is under way.", "该投诉目前没有进行中的部门环节。"),
    NO_SUCH_STEP("CMP-26", "The department has no step in the case.", "该部门在本案中没有处理环节。"),
    NO_OPEN_PROMISE("CMP-29", "Nothing of that kind is promised and still open.", "没有这类尚未完成的时限承诺。"),
    PROMISE_PASSED(
            "CMP-29",
            "Another date is agreed before the promised one passes; it has passed.",
            "须在承诺的时限到期之前约定新的日期，该时限已过。"),
    HELD_DATE("CMP-29", "The case is held; resume it before agreeing on another date.", "该投诉已暂停，恢复之后才能约定新的日期。"),
    VISIT_PENDING("CMP-23", "Somebody is on his way already.", "已有人员前往现场。"),
    NO_VISIT("CMP-23", "Nobody was asked to come.", "没有待到达的上门安排。"),
    ONLY_SAID("X-13", "A complaint is handed in in writing here, not by phone.", "按本单位规定，投诉须书面提交，不受理口头（电话）反映；简单咨询除外。");

    private final @Nullable String rule;
    private final String english;
    private final String chinese;

    ComplaintRefusal(@Nullable String rule, String english, String chinese) {
        this.rule = rule;
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String slug() {
        return "complaint-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
