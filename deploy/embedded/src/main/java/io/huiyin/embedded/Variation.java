package io.huiyin.embedded;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In what an installation that a program of ours runs for itself differs from the usual one.
 *
 * @param links what stands between the services and the stores; null for nothing
 * @param serviceOptions options for the JVMs of the services
 */
public record Variation(@Nullable Links links, List<String> serviceOptions) {

    /** In nothing. */
    public static final Variation NONE = new Variation(null, List.of());

    public Variation {
        serviceOptions = List.copyOf(serviceOptions);
    }
}
