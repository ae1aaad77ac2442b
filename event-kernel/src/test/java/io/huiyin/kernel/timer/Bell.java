package io.huiyin.kernel.timer;

import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.event.EventName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rings at an instant, and again some times. */
record Bell(@Nullable Instant next, Duration every, int left, Mood mood) {

    static final Bell NONE = new Bell(null, Duration.ZERO, 0, Mood.WELL);

    /** What it does when it is asked. */
    enum Mood {
        WELL,
        /** Cannot be asked. */
        BROKEN,
        /** Has nothing to say, and does not go on. */
        DUMB
    }

    /** What can be asked of a bell. */
    sealed interface Command {
        record Hang(Instant first, Duration every, int times, Mood mood) implements Command {}

        record Repair() implements Command {}

        record Ring(Instant at) implements Command {}

        record TakeDown() implements Command {}
    }

    /** Facts about a bell. */
    sealed interface Event {
        @EventName("bell-hung")
        record Hung(Instant first, Duration every, int times, Mood mood) implements Event {}

        @EventName("bell-repaired")
        record Repaired() implements Event {}

        @EventName("bell-rang")
        record Rang(Instant dueAt) implements Event {}

        @EventName("bell-taken-down")
        record TakenDown() implements Event {}
    }

    /** All there is to decide about bells. */
    static final class Deciding implements Decider<Command, Bell, Event> {

        @Override
        public Bell initial() {
            return NONE;
        }

        @Override
        public List<Event> decide(Command command, Bell bell, Context context) {
            return switch (command) {
                case Command.Hang c -> List.of(new Event.Hung(c.first(), c.every(), c.times(), c.mood()));
                case Command.Repair c -> List.of(new Event.Repaired());
                case Command.TakeDown c -> List.of(new Event.TakenDown());
                case Command.Ring c -> rung(bell, c.at());
            };
        }

        private static List<Event> rung(Bell bell, Instant at) {
            if (bell.mood() == Mood.BROKEN) {
                throw new IllegalArgumentException("it is broken");
            }
            List<Event> events = new ArrayList<>();
            if (bell.mood() == Mood.WELL && bell.next() != null && !bell.next().isAfter(at)) {
                events.add(new Event.Rang(bell.next()));
            }
            return events;
        }

        @Override
        public Bell evolve(Bell bell, Event event) {
            return switch (event) {
                case Event.Hung e -> new Bell(e.first(), e.every(), e.times() - 1, e.mood());
                case Event.Repaired e -> new Bell(bell.next(), bell.every(), bell.left(), Mood.WELL);
                case Event.TakenDown e -> new Bell(null, bell.every(), 0, bell.mood());
                case Event.Rang e ->
                    bell.left() == 0
                            ? new Bell(null, bell.every(), 0, bell.mood())
                            : new Bell(e.dueAt().plus(bell.every()), bell.every(), bell.left() - 1, bell.mood());
            };
        }
    }
}
