package io.huiyin.complaint;

import org.jspecify.annotations.Nullable;

/**
 * Who complains.
 *
 * @param customerId the poster's id of him, or one given here
 * @param identified whether the poster knew his id
 * @param customerClass such as {@code ordinary} or {@code key-account}
 * @param person name and contacts
 */
public record Customer(
        String customerId,
        boolean identified,
        String customerClass,
        @Nullable Person person) {}
