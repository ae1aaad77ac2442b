package io.huiyin.kernel.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a clock's time belongs to one holder of the case (CMP-26): the time of the limit it used, and the delay while it had it.
 */
public record Share(String holder, Duration used, Duration overdue) {

    /**
     * The shares of all holders at an instant, in the order they first had the case. Time that nobody had it belongs to nobody, and
     * the time before a clock started or after it stopped to no share.
     */
    public static List<Share> of(Clock clock, List<Holding> holdings, Instant at) {
        Course course = new Course(clock, at);
        List<Holding> inOrder = new ArrayList<>(holdings);
        inOrder.sort(Comparator.comparing(Holding::from));
        Map<String, Share> shares = new LinkedHashMap<>();
        for (int place = 0; place < inOrder.size(); place++) {
            Holding holding = inOrder.get(place);
            Instant from = later(holding.from(), clock.start());
            Instant to = holding.to() == null ? course.end() : earlier(holding.to(), course.end());
            if (place + 1 < inOrder.size()) {
                to = earlier(to, inOrder.get(place + 1).from());
            }
            Share share = new Share(
                    holding.holder(),
                    course.active(from, earlier(to, course.due())),
                    course.active(later(from, course.due()), to));
            shares.merge(holding.holder(), share, Share::plus);
        }
        return List.copyOf(shares.values());
    }

    private Share plus(Share other) {
        return new Share(holder, used.plus(other.used), overdue.plus(other.overdue));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
