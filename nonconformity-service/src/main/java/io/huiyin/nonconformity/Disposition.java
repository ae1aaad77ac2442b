package io.huiyin.nonconformity;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the whole or a part of it.
 *
 * @param disposition from the catalogue of NCR-22
 * @param quantity how much of the whole it covers; null where the whole has no quantity
 * @param approver who approved it, by the role he holds
 * @param execution who carried it out, and what came of it
 * @param check who found it well done, or not
 */
public record Disposition(
        UUID dispositionId,
        String disposition,
        String reason,
        @Nullable Integer quantity,
        Status status,
        @Nullable Approval approver,
        @Nullable Execution execution,
        @Nullable Check check) {

    /** How far a part has come. */
    public enum Status {
        PROPOSED,
        /** Sent back: its quantity is under review again. */
        RETURNED,
        APPROVED,
        EXECUTED,
        REINSPECTION,
        /** Failed the re-inspection: its quantity is under review again. */
        FAILED,
        VERIFIED;

        /** Its name on the wire. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it still covers its quantity. */
        public boolean covers() {
            return switch (this) {
                case PROPOSED, APPROVED, EXECUTED, REINSPECTION, VERIFIED -> true;
                case RETURNED, FAILED -> false;
            };
        }
    }

    /** Who decided, in which role. */
    public record Approval(
            @Nullable String by, String role, @Nullable String opinion) {}

    /** Who carried it out, and what came of it. */
    public record Execution(String executor, String result) {}

    /**
     * Who checked it, and by what he shows it.
     *
     * @param inspection whether it was inspected again
     */
    public record Check(String by, @Nullable String evidence, boolean inspection) {}

    static Disposition proposed(UUID id, String disposition, String reason, @Nullable Integer quantity) {
        return new Disposition(id, disposition, reason, quantity, Status.PROPOSED, null, null, null);
    }

    Disposition approved(Approval by) {
        return new Disposition(dispositionId, disposition, reason, quantity, Status.APPROVED, by, execution, check);
    }

    Disposition executed(Execution by, Status next) {
        return new Disposition(dispositionId, disposition, reason, quantity, next, approver, by, check);
    }

    Disposition checked(Check by, Status next) {
        return new Disposition(dispositionId, disposition, reason, quantity, next, approver, execution, by);
    }

    Disposition returned() {
        return new Disposition(
                dispositionId, disposition, reason, quantity, Status.RETURNED, approver, execution, check);
    }
}
