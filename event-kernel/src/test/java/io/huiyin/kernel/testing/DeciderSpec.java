package io.huiyin.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refusal;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Given events, when a command, then events: a decider's tests, in memory.
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 */
public final class DeciderSpec<C, S, E> {

    private final Decider<C, S, E> decider;
    private final PolicyValues policies;

    private DeciderSpec(Decider<C, S, E> decider, PolicyValues policies) {
        this.decider = decider;
        this.policies = policies;
    }

    public static <C, S, E> DeciderSpec<C, S, E> of(Decider<C, S, E> decider, PolicyValues policies) {
        return new DeciderSpec<>(decider, policies);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Given given(E... history) {
        return new Given(List.of(history));
    }

    /** What happened before, when it is now, who acts. */
    public final class Given {
        private final List<E> history;
        private Instant now = Instant.parse("2026-03-02T01:00:00Z");
        private Actor actor = new Actor("tester", "tester", Set.of("admin"), null, null, null);

        private Given(List<E> history) {
            this.history = history;
        }

        public Given at(Instant instant) {
            now = instant;
            return this;
        }

        public Given by(Actor somebody) {
            actor = somebody;
            return this;
        }

        public When when(C command) {
            S state = decider.evolve(decider.initial(), history);
            return new When(state, command, new Context(now, actor, policies, Calendars.of(policies)));
        }
    }

    /** What comes of it. */
    public final class When {
        private final S state;
        private final C command;
        private final Context context;
        private @Nullable List<E> decided;

        private When(S state, C command, Context context) {
            this.state = state;
            this.command = command;
            this.context = context;
        }

        private List<E> decided() {
            List<E> events = decided;
            if (events == null) {
                events = decider.decide(command, state, context);
                decided = events;
            }
            return events;
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        public final When then(E... expected) {
            assertEquals(List.of(expected), decided());
            return this;
        }

        public When thenNothing() {
            assertEquals(List.of(), decided());
            return this;
        }

        /** Looks at the new events. */
        public When thenEvents(Consumer<List<E>> check) {
            check.accept(decided());
            return this;
        }

        /** Looks at the state that follows. */
        public When thenState(Consumer<S> check) {
            check.accept(decider.evolve(state, decided()));
            return this;
        }

        /** What comes of it, in words: which events, nothing, why it is refused, or which fields are wrong. */
        public String outcome() {
            try {
                List<E> events = decided();
                return events.isEmpty()
                        ? "nothing"
                        : events.stream()
                                .map(event -> event.getClass().getSimpleName())
                                .collect(Collectors.joining(", "));
            } catch (Refused refused) {
                return "refused: " + refused.refusal().slug();
            } catch (InvalidInput invalid) {
                return "invalid: "
                        + invalid.faults().stream().map(FieldFault::pointer).collect(Collectors.joining(", "));
            }
        }

        public Refused thenRefused(Refusal refusal) {
            Refused refused = assertThrows(Refused.class, this::decided);
            assertEquals(refusal, refused.refusal());
            return refused;
        }

        public void thenInvalid(String pointer) {
            InvalidInput invalid = assertThrows(InvalidInput.class, this::decided);
            assertEquals(
                    List.of(pointer),
                    invalid.faults().stream().map(fault -> fault.pointer()).toList());
        }
    }
}
