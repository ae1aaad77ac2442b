package io.huiyin.bench;

import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** The installations that tests drive: real processes on a virtual clock that stands on a working-day morning. */
final class Stack {

    /** Before any month that a test takes for itself. */
    static final Instant BEGINNING = Instant.parse("2027-01-04T01:30:00Z");

    private Stack() {}

    static OwnInstallation prepare(String name) throws IOException {
        return OwnInstallation.in(Path.of("target", "stacks", name), BEGINNING);
    }
}
