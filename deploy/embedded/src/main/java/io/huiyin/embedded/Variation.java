package io.huiyin.embedded;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In what an installation that a program of ours runs for itself differs from the usual one.
 *
 * @param links what stands between the services and the stores; null for nothing
 * @param serviceOptions options for the JVMs of the services
 * @param profile policy profile; null for the usual one
 */
public record Variation(
        @Nullable Links links,
        List<String> serviceOptions,
        @Nullable String profile) {

    /** In nothing. */
    public static final Variation NONE = new Variation(null, List.of());

    /** Of the usual profile. */
    public Variation(@Nullable Links links, List<String> serviceOptions) {
        this(links, serviceOptions, null);
    }

    public Variation {
        serviceOptions = List.copyOf(serviceOptions);
    }
}
