package io.huiyin.kernel.decide;

import java.util.List;

/**
 * An aggregate as three pure functions; all its business rules are reached from {@link #decide}.
 *
 * @param <C> sealed commands
 * @param <S> state: what decisions need
 * @param <E> sealed events
 */
public interface Decider<C, S, E> {

    /** The state before anything happened. */
    S initial();

    /**
     * What follows from a command.
     *
     * @return the new facts, in order; none when the command says nothing new
     * @throws Refused when a business rule says no
     */
    List<E> decide(C command, S state, Context context);

    /** The state after one more fact. */
    S evolve(S state, E event);

    /** The state after several facts. */
    default S evolve(S state, List<? extends E> events) {
        S folded = state;
        for (E event : events) {
            folded = evolve(folded, event);
        }
        return folded;
    }
}
