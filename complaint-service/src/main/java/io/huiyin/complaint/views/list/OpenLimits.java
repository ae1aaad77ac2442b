package io.huiyin.complaint.views.list;

import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.Deadline;
import io.huiyin.complaint.Milestones;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The promises of a case whose clocks run. */
record OpenLimits(List<Limit> limits) {

    static final OpenLimits NONE = new OpenLimits(List.of());

    /** One of them. */
    record Limit(String milestone, @Nullable String department, Instant dueAt) {

        private boolean isOf(Deadline promise) {
            return milestone.equals(promise.milestone()) && Objects.equals(department, promise.department());
        }
    }

    /** With what an event promises, and without what it ends. */
    OpenLimits after(ComplaintEvent event) {
        return with(Milestones.begunBy(event)).without(event);
    }

    private OpenLimits without(ComplaintEvent event) {
        return new OpenLimits(limits.stream()
                .filter(limit -> !Milestones.isEndedBy(event, limit.milestone(), limit.department()))
                .toList());
    }

    /** With promises that take the place of those of the same kind. */
    OpenLimits with(List<Deadline> promises) {
        return promises.isEmpty()
                ? this
                : new OpenLimits(Stream.concat(
                                limits.stream()
                                        .filter(limit -> promises.stream().noneMatch(limit::isOf)),
                                promises.stream()
                                        .map(promise ->
                                                new Limit(promise.milestone(), promise.department(), promise.dueAt())))
                        .toList());
    }

    /** The earliest of them. */
    @Nullable
    Instant next() {
        return limits.stream().map(Limit::dueAt).min(Comparator.naturalOrder()).orElse(null);
    }
}
