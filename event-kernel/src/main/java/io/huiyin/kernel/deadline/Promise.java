package io.huiyin.kernel.deadline;

import java.time.Instant;

/** What was promised, and when; a fact that no later pause, date or calendar changes. */
public record Promise(Instant madeAt, Instant due) {}
