package io.huiyin.nonconformity;

import io.huiyin.nonconformity.NonconformityEvent.DispositionStep;
import io.huiyin.nonconformity.rules.LeastAdvanced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A nonconformity folded from its events. */
public sealed interface Nonconformity {

    /** Nothing has been reported. */
    record Unreported() implements Nonconformity {}

    /** How far it has come before and after its dispositions go their own ways. */
    enum Stage {
        REPORTED,
        SEGREGATED,
        CLEARED,
        CONFIRMED,
        CLASSIFIED,
        /** From the convening of the review on: each disposition moves by itself. */
        REVIEW,
        CLOSED;

        /** Whether nothing more is done to it. */
        public boolean ended() {
            return this == CLEARED || this == CLOSED;
        }
    }

    /** The sheet of one nonconformity. */
    record Sheet(
            String number,
            Stage stage,
            Filing filing,
            Origin origin,
            Custody custody,
            Review review,
            Dispositions dispositions)
            implements Nonconformity {

        /** Where the whole stands: where its least advanced part stands. */
        public NonconformityStatus status() {
            return LeastAdvanced.status(stage, dispositions);
        }

        Sheet at(Stage now) {
            return new Sheet(number, now, filing, origin, custody, review, dispositions);
        }

        Sheet with(Origin now) {
            return new Sheet(number, stage, filing, now, custody, review, dispositions);
        }

        Sheet with(Custody now) {
            return new Sheet(number, stage, filing, origin, now, review, dispositions);
        }

        Sheet with(Review now) {
            return new Sheet(number, stage, filing, origin, custody, now, dispositions);
        }

        Sheet after(DispositionStep step) {
            return new Sheet(number, stage, filing, origin, custody, review, dispositions.after(step));
        }
    }

    /**
     * Where it comes from.
     *
     * @param complaintIds the complaints it is linked to, each once
     */
    record Origin(
            String discoverer,
            Instant reportedAt,
            List<UUID> complaintIds,
            @Nullable String complaintNumber) {

        Origin linked(UUID complaintId, @Nullable String number) {
            List<UUID> ids = new ArrayList<>(complaintIds);
            if (!ids.contains(complaintId)) {
                ids.add(complaintId);
            }
            return new Origin(
                    discoverer, reportedAt, List.copyOf(ids), complaintNumber == null ? number : complaintNumber);
        }
    }

    /** Where the items are kept apart, and how that ended. */
    record Custody(
            @Nullable String location,
            @Nullable String segregatedBy,
            @Nullable String clearedBecause,
            @Nullable String closedBy) {

        static final Custody NONE = new Custody(null, null, null, null);

        Custody segregated(String at, String by) {
            return new Custody(at, by, clearedBecause, closedBy);
        }

        Custody cleared(String reason) {
            return new Custody(location, segregatedBy, reason, closedBy);
        }

        Custody closed(String by) {
            return new Custody(location, segregatedBy, clearedBecause, by);
        }
    }

    /**
     * How it is judged.
     *
     * @param level the role that decides (NCR-21)
     * @param opinions the latest of each member in each round
     * @param round 1, and one more with every failed re-inspection: what failed is reviewed again (NCR-35)
     */
    record Review(
            @Nullable String severity,
            @Nullable String level,
            List<String> members,
            List<Opinion> opinions,
            int round) {

        static Review of(@Nullable String severity) {
            return new Review(severity, null, List.of(), List.of(), 1);
        }

        Review classified(String as, String decides) {
            return new Review(as, decides, members, opinions, round);
        }

        Review convened(List<String> now) {
            return new Review(severity, level, List.copyOf(now), opinions, round);
        }

        Review heard(String member, String opinion, String vote) {
            List<Opinion> now = new ArrayList<>(opinions);
            now.removeIf(said -> said.member().equals(member) && said.round() == round);
            now.add(new Opinion(member, opinion, vote, round));
            return new Review(severity, level, members, List.copyOf(now), round);
        }

        Review again() {
            return new Review(severity, level, members, opinions, round + 1);
        }
    }
}
