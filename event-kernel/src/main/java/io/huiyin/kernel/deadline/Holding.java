package io.huiyin.kernel.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, such as a department, had the case in hand.
 *
 * @param to null while he has it; the next holding ends it too
 */
public record Holding(String holder, Instant from, @Nullable Instant to) {}
