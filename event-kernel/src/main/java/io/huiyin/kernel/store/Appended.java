package io.huiyin.kernel.store;

import io.huiyin.kernel.event.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an append came to.
 *
 * @param position the last event's place in the log
 * @param recordedAt when it was recorded
 * @param number the serial number taken, if one was asked for
 */
public record Appended(
        Position position, Instant recordedAt, @Nullable String number) {}
