package io.huiyin.followup.task;

import org.jspecify.annotations.Nullable;

/**
 * Who is asked.
 *
 * @param customerId the poster's id of him, or one given to his complaint
 * @param identified whether the poster knew his id
 */
public record Customer(
        String customerId,
        boolean identified,
        @Nullable String customerClass,
        @Nullable Person person) {}
