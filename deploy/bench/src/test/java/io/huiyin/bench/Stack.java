package io.huiyin.bench;

import io.huiyin.embedded.OwnInstallation;
import io.huiyin.embedded.Variation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The installations that tests drive: real processes on a virtual clock that stands on a working-day morning. */
final class Stack {

    /** Before any month that a test takes for itself. */
    static final Instant BEGINNING = Instant.parse("2027-01-04T01:30:00Z");

    /** For services that are soon stopped again: starting quickly counts for more than running quickly. */
    static final List<String> SHORT_LIVES = List.of("-XX:TieredStopAtLevel=1");

    private Stack() {}

    static OwnInstallation prepare(String name) throws IOException {
        return prepare(name, BEGINNING, null);
    }

    /**
     * One whose services run for a few minutes.
     *
     * @param profile of the kind of organisation it is for; null for the usual one
     */
    static OwnInstallation prepare(String name, Instant clock, @Nullable String profile) throws IOException {
        return OwnInstallation.in(Path.of("target", "stacks", name), clock, new Variation(null, SHORT_LIVES, profile));
    }
}
