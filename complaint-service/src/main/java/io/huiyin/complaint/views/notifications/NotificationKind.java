package io.huiyin.complaint.views.notifications;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody may be told. */
enum NotificationKind {
    NEW_CASE,
    ASSIGNMENT,
    APPROVAL_REQUEST,
    REMINDER,
    BREACH,
    ESCALATION,
    /** What a follow-up found in a department's work (FUP-44). */
    FINDING;

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> all() {
        return Stream.of(values()).map(NotificationKind::wire).toList();
    }
}
