package io.huiyin.complaint;

import io.huiyin.complaint.ComplaintEvent.ClarificationAsked;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintAcknowledged;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.complaint.ComplaintEvent.ComplaintReopened;
import io.huiyin.complaint.ComplaintEvent.ComplaintVerified;
import io.huiyin.complaint.ComplaintEvent.CustomerInformed;
import io.huiyin.complaint.ComplaintEvent.DateAgreed;
import io.huiyin.complaint.ComplaintEvent.HandedOver;
import io.huiyin.complaint.ComplaintEvent.ResultTracked;
import io.huiyin.complaint.ComplaintEvent.SettlementProposed;
import io.huiyin.complaint.ComplaintEvent.VisitRequested;
import io.huiyin.complaint.ComplaintEvent.VisitorArrived;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which events of a case begin its clocks, and which end them (CMP-21): whoever follows cases follows this. */
public final class Milestones {

    private Milestones() {}

    /** The promises that an event makes. */
    public static List<Deadline> begunBy(ComplaintEvent event) {
        List<Deadline> promises = switch (event) {
            case ComplaintRegistered e -> e.deadlines();
            case ComplaintAccepted e -> e.deadlines();
            case ComplaintReopened e -> e.deadlines();
            case VisitRequested e -> List.of(e.deadline());
            case ComplaintEvent other -> List.of();
        };
        return Objects.requireNonNullElse(promises, List.of());
    }

    /** Whether an event is what a promise waits for, or leaves it without an object. */
    public static boolean isEndedBy(ComplaintEvent event, String milestone, @Nullable String department) {
        return switch (event) {
            case ComplaintRegistered e -> milestone.equals(Deadline.REGISTER);
            case ComplaintAcknowledged e -> milestone.equals(Deadline.FIRST_REPLY);
            case ClarificationAsked e -> milestone.equals(Deadline.FIRST_REPLY);
            case ComplaintAccepted e -> milestone.equals(Deadline.ACCEPT);
            case HandedOver e -> e.from().equals(department);
            case SettlementProposed e -> milestone.equals(Deadline.PLAN);
            case DateAgreed e ->
                milestone.equals(Deadline.FIRST_REPLY)
                        && !e.deadline().milestone().equals(milestone);
            case CustomerInformed e -> milestone.equals(Deadline.FIRST_REPLY) || milestone.equals(Deadline.PLAN);
            case VisitorArrived e -> milestone.equals(Deadline.ON_SITE);
            case ResultTracked e -> milestone.equals(Deadline.TRACK);
            case ComplaintVerified e -> milestone.equals(Deadline.TRACK);
            case ComplaintClosed e -> true;
            case ComplaintDeclined e -> true;
            case ComplaintEvent other -> false;
        };
    }
}
