package io.huiyin.complaint.views.notifications;

import io.huiyin.complaint.Notice;
import io.huiyin.complaint.Recipient;
import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the inboxes take from the log. */
sealed interface NotificationFact {

    @EventName("notification-read")
    record Read(String notificationId, String readBy, Instant readAt) implements NotificationFact {}

    /** What somebody was told. */
    sealed interface Told extends NotificationFact, Notice {

        NotificationKind kind();

        default @Nullable String milestone() {
            return null;
        }

        /** Whose step it is, of a step. */
        default @Nullable String department() {
            return null;
        }

        default @Nullable Instant dueAt() {
            return null;
        }

        /** Of the ladder, from 1. */
        default @Nullable Integer level() {
            return null;
        }
    }

    @EventName("complaint-registered")
    record Registered(@Nullable List<Recipient> notified) implements Told {
        @Override
        public NotificationKind kind() {
            return NotificationKind.NEW_CASE;
        }
    }

    @EventName("complaint-accepted")
    record Accepted(@Nullable List<Recipient> notified) implements Told {
        @Override
        public NotificationKind kind() {
            return NotificationKind.ASSIGNMENT;
        }
    }

    @EventName("complaint-handed-over")
    record HandedOver(@Nullable List<Recipient> notified) implements Told {
        @Override
        public NotificationKind kind() {
            return NotificationKind.ASSIGNMENT;
        }
    }

    @EventName("complaint-settlement-proposed")
    record SettlementProposed(@Nullable List<Recipient> notified) implements Told {
        @Override
        public NotificationKind kind() {
            return NotificationKind.APPROVAL_REQUEST;
        }
    }

    @EventName("complaint-settlement-escalated")
    record SettlementEscalated(@Nullable List<Recipient> notified) implements Told {
        @Override
        public NotificationKind kind() {
            return NotificationKind.APPROVAL_REQUEST;
        }
    }

    @EventName("complaint-deadline-approached")
    record DeadlineApproached(
            String milestone,
            @Nullable String department,
            Instant dueAt,
            @Nullable List<Recipient> notified) implements Told {
        @Override
        public NotificationKind kind() {
            return NotificationKind.REMINDER;
        }
    }

    @EventName("complaint-deadline-breached")
    record DeadlineBreached(
            String milestone,
            @Nullable String department,
            Instant dueAt,
            @Nullable List<Recipient> notified) implements Told {
        @Override
        public NotificationKind kind() {
            return NotificationKind.BREACH;
        }
    }

    @EventName("complaint-overdue-escalated")
    record OverdueEscalated(
            String milestone,
            @Nullable String department,
            Instant dueAt,
            Integer level,
            @Nullable List<Recipient> notified)
            implements Told {
        @Override
        public NotificationKind kind() {
            return NotificationKind.ESCALATION;
        }
    }

    @EventName("complaint-head-notified")
    record HeadNotified(
            @Nullable String department,
            Instant dueAt,
            @Nullable List<Recipient> notified) implements Told {
        @Override
        public NotificationKind kind() {
            return NotificationKind.FINDING;
        }
    }
}
