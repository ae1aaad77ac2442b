package io.huiyin.kernel.decide;

import org.jspecify.annotations.Nullable;

/** A reason to say no. Each aggregate lists its own in one enum; the slug is the problem type and never changes. */
public interface Refusal {

    /** Kebab-case, aggregate first: the problem type is {@code /problems/<slug>}. */
    String slug();

    /** The rule of the rulebook that says no, such as {@code CMP-39}; null where only the state machine does. */
    @Nullable
    String rule();

    /** The sentence in English. */
    String english();

    /** The sentence in Chinese. */
    String chinese();
}
