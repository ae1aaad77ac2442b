package io.huiyin.bench;

import org.jspecify.annotations.Nullable;

/**
 * One request, however often it is sent.
 *
 * @param id its X-Request-Id, which correlates all events that come of it; null for a question that changes nothing
 * @param key its Idempotency-Key; null for a question
 * @param body what it carries; null for a question
 */
public record Asked(
        Person person,
        Service service,
        String verb,
        String path,
        @Nullable String id,
        @Nullable String key,
        @Nullable String body) {}
