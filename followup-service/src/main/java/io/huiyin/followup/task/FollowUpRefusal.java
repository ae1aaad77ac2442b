package io.huiyin.followup.task;

import io.huiyin.kernel.decide.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything a follow-up can say no to. */
public enum FollowUpRefusal implements Refusal {
    NOT_PLANNED("FUP-07", "This follow-up was never planned.", "该回访没有安排过。"),
    NOT_OPEN("X-11", "The customer is no longer to be asked; the contact has ended.", "该回访已结束，不再联系客户。"),
    HELD_BY_ANOTHER("FUP-01", "Another agent holds it, and his lease still runs.", "该回访由其他回访员处理，领取期限未到。"),
    NOT_THE_HOLDER("FUP-01", "Only the agent who holds it may do this; claim a task first.", "只有领取该回访的人员才能操作，请先领取。"),
    LEASE_EXPIRED("FUP-01", "The lease has expired; claim a task again.", "领取期限已过，请重新领取。"),
    ABOVE_ROLE("FUP-09", "Complaints of this severity are followed up by a higher role.", "该严重程度的投诉须由更高岗位回访。"),
    NOT_YET("FUP-29", "The customer is to be tried again later.", "尚未到约定的再次联系时间。"),
    OUTSIDE_CALL_WINDOW("FUP-27", "Customers are not called at this time.", "当前不在允许致电的时段。"),
    NOT_REACHED("FUP-35", "There is nothing to record before the customer was reached.", "尚未联系上客户，不能填写回访记录。"),
    NOT_RECORDED("FUP-39", "There is no record to review.", "没有可供审阅的回访记录。"),
    ALREADY_REVIEWED("FUP-39", "The record has been reviewed.", "该回访记录已审阅。"),
    OWN_RECORD("X-15", "Who wrote the record may not review it.", "记录人不得审阅自己的回访记录。"),
    NOTHING_LEFT_OPEN("FUP-46", "This contact left nothing open that another could confirm.", "该次回访没有遗留问题，无需再次回访。");

    private final @Nullable String rule;
    private final String english;
    private final String chinese;

    FollowUpRefusal(@Nullable String rule, String english, String chinese) {
        this.rule = rule;
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String slug() {
        return "follow-up-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
