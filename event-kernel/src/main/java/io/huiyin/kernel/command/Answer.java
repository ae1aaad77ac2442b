package io.huiyin.kernel.command;

import org.jspecify.annotations.Nullable;

/**
 * What a command came to.
 *
 * @param status HTTP status
 * @param body JSON
 * @param location path of the thing, for a creation
 * @param version the stream's version, answered as ETag
 * @param position token of the last event, or null when nothing was written now
 * @param replayed whether this is the stored answer of an earlier request
 */
public record Answer(
        int status,
        String body,
        @Nullable String location,
        int version,
        @Nullable String position,
        boolean replayed) {}
