package io.huiyin.report.page;

import org.jspecify.annotations.Nullable;

/** Says things in the reader's language. */
record Wording(boolean chinese) {

    String say(String zh, String en) {
        return chinese ? zh : en;
    }

    /** A key of a table. */
    String name(@Nullable String key) {
        return key == null ? say("（未登记）", "(not recorded)") : Labels.word(key, chinese);
    }

    String percent(@Nullable String value) {
        return value == null ? "—" : value + " %";
    }

    /** A part and its whole. */
    String basis(long part, long whole) {
        return whole == 0 ? say("本期无数据", "no data this period") : Labels.count(part) + " / " + Labels.count(whole);
    }
}
