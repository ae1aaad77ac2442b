package io.huiyin.complaint;

import io.huiyin.kernel.decide.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything a complaint can say no to. */
public enum ComplaintRefusal implements Refusal {
    NOT_OPEN(null, "The case is closed or declined; nothing more can be done to it.", "该投诉已结案或不予受理，不能再操作。"),
    NOT_REGISTERED(
            null, "Only a registered case that lacks nothing can be accepted or declined.", "只有登记完整的投诉才能受理或不予受理。"),
    NOT_CLARIFYING("CMP-08", "Nothing is to be clarified in this case.", "该投诉没有待澄清的内容。"),
    BEYOND_CLARIFICATION("CMP-08", "Questions are asked before a case is accepted.", "澄清须在受理之前进行。");

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
