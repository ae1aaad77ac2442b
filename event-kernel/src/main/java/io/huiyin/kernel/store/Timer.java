package io.huiyin.kernel.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When time itself next asks something of an aggregate. It is written in the transaction of the events it follows from (G10).
 *
 * @param dueAt null for never again
 */
public record Timer(UUID stream, String aggregate, @Nullable Instant dueAt) {}
