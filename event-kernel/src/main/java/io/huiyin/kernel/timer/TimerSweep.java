package io.huiyin.kernel.timer;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.timer.TimerStore.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the timers in the order in which they are due, over all aggregates, and with those that come up on the way: what is
 * due at nine is decided before what is due at ten, though both are late. The timers only nominate; the deciders decide, and what
 * they decide says when it was due. Who else goes through them at the same time, or has died half way, makes nothing double: an
 * append stands only at the version it was decided on.
 */
final class TimerSweep {

    private static final Logger LOG = Logger.getLogger(TimerSweep.class);
    private static final int MOST_STREAMS = 100;
    private static final int MOST_APPENDS = 200;

    private final TimerStore store;
    private final Map<String, TimedAggregate<?, ?, ?>> kinds;

    /** Fewer after somebody else was first, so that one contended aggregate does not hold up the others for long. */
    private int most = MOST_STREAMS;

    TimerSweep(TimerStore store, Map<String, TimedAggregate<?, ?, ?>> kinds) {
        this.store = store;
        this.kinds = Map.copyOf(kinds);
    }

    /**
     * What is asked next.
     *
     * @param due when its state says it is
     * @param row as the table has it when that is asked
     */
    private record Next(TimedAggregate.Running<?, ?, ?> aggregate, Due due, Due row) {

        private static final Comparator<Next> ORDER =
                Comparator.<Next, Instant>comparing(next -> next.due.at()).thenComparing(next -> next.due.stream());

        /** One that was loaded; null when by its state nothing is due until then. */
        static @Nullable Next of(TimedAggregate.Running<?, ?, ?> aggregate, Due row, Instant horizon) {
            Due due = due(aggregate, row, horizon);
            return due == null ? null : new Next(aggregate, due, row);
        }

        /** Where it goes on; null when it does not, or not until then. */
        @Nullable
        Next goingOn(Instant horizon) {
            Due next = due(aggregate, row, horizon);
            return next == null ? null : new Next(aggregate, next, next);
        }

        private static @Nullable Due due(TimedAggregate.Running<?, ?, ?> aggregate, Due row, Instant horizon) {
            Instant at = aggregate.dueAt();
            return at == null || at.isAfter(horizon) ? null : new Due(row.stream(), row.aggregate(), at);
        }
    }

    /** A decision that could not be made. */
    private record Trouble(Due due, String reason) {}

    /**
     * One step.
     *
     * @return whether something was due: there may be more
     */
    boolean turn(Instant now) {
        List<Due> due = store.due(now, most);
        if (due.isEmpty()) {
            return false;
        }
        Instant horizon = due.size() < most ? now : due.getLast().at();
        List<Trouble> troubles = new ArrayList<>();
        List<Append> appends = decided(queue(due, horizon, troubles), horizon, troubles);
        try {
            if (!appends.isEmpty() && !store.append(appends)) {
                LOG.debugf("somebody was first at one of %d timers", due.size());
                most = Math.max(1, most / 4);
                return true;
            }
        } catch (TimerStore.Unstorable refused) {
            if (due.size() > 1) {
                LOG.warnf("one of %d timers is looked for: %s", due.size(), refused.getMessage());
                most = 1;
                return true;
            }
            troubles.add(new Trouble(due.getFirst(), refused.toString()));
        }
        most = MOST_STREAMS;
        for (Trouble trouble : troubles) {
            LOG.errorf(
                    "the timer of %s %s is set aside: %s",
                    trouble.due().aggregate(), trouble.due().stream(), trouble.reason());
            store.setAside(trouble.due(), trouble.reason());
        }
        return true;
    }

    private PriorityQueue<Next> queue(List<Due> due, Instant horizon, List<Trouble> troubles) {
        Map<UUID, List<EventEnvelope>> histories =
                store.load(due.stream().map(Due::stream).toList());
        PriorityQueue<Next> queue = new PriorityQueue<>(Next.ORDER);
        for (Due one : due) {
            TimedAggregate<?, ?, ?> kind = kinds.get(one.aggregate());
            List<EventEnvelope> history = histories.get(one.stream());
            if (kind == null || history == null) {
                troubles.add(new Trouble(one, kind == null ? "no such aggregate is known" : "it has no events"));
                continue;
            }
            try {
                TimedAggregate.Running<?, ?, ?> loaded = kind.loaded(one.stream(), history);
                Next next = Next.of(loaded, one, horizon);
                if (next != null) {
                    queue.add(next);
                } else {
                    // Somebody decided it meanwhile and moved the row; or what a state says has changed with a release.
                    store.correct(one, loaded.dueAt());
                }
            } catch (RuntimeException e) {
                troubles.add(new Trouble(one, e.toString()));
            }
        }
        return queue;
    }

    private static List<Append> decided(PriorityQueue<Next> queue, Instant horizon, List<Trouble> troubles) {
        List<Append> appends = new ArrayList<>();
        for (Next next = queue.poll(); next != null && appends.size() < MOST_APPENDS; next = queue.poll()) {
            try {
                Append append = next.aggregate().ring(next.due().at());
                appends.add(append);
                Next following = next.goingOn(horizon);
                if (following != null) {
                    queue.add(following);
                }
            } catch (RuntimeException e) {
                troubles.add(new Trouble(next.row(), e.toString()));
            }
        }
        return appends;
    }
}
