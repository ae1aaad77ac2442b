package io.huiyin.report.views.facts;

import java.time.Instant;

/**
 * A version of something: what was known of it from one recorded instant to another.
 *
 * @param <R> the row
 */
public interface KnownFact<R> {

    /** When this version became known. */
    Instant knownFrom();

    /** The next version, known from an instant on. */
    R knownSince(int sequence, Instant recordedAt);

    /** The same version, with one more event of the same instant. */
    R including(int sequence);

    /** The version that was known until an instant. */
    R knownUntil(Instant recordedAt);
}
