package io.huiyin.followup.task.rules;

/** A record is reviewed by a supervisor who did not write it. FUP-39, X-15. */
public final class ReviewerIsAnother {

    private ReviewerIsAnother() {}

    public static boolean holds(String reviewer, String writer) {
        return !reviewer.equals(writer);
    }
}
