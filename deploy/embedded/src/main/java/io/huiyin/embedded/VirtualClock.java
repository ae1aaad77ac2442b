package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Business time that stands still until somebody moves it: one file in the data folder, which every service reads. A folder that has
 * one never goes back to real time, or what was promised in days to come would lie in the past of what follows.
 */
record VirtualClock(Path file, Instant now) {

    static final String OPTION = "--virtual-clock";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The clock of this folder, if its time is virtual. */
    static Optional<VirtualClock> of(DataFolder folder) throws IOException {
        Path file = folder.clock();
        return Files.exists(file) ? Optional.of(new VirtualClock(file, read(file))) : Optional.empty();
    }

    /** Gives the folder its clock if time is to be virtual; refuses a folder that saw virtual time if it is not. */
    static void prepare(DataFolder folder, boolean virtual) throws IOException {
        Optional<VirtualClock> clock = of(folder);
        if (virtual && clock.isEmpty()) {
            set(folder, Instant.now());
        } else if (!virtual && clock.isPresent()) {
            throw new UserError(folder.root() + " has seen virtual time, which stands at "
                    + clock.get().local() + ": start it with " + OPTION + ", or with --fresh to delete its data");
        }
    }

    /** Sets the clock of a folder on which no service runs. */
    static void set(DataFolder folder, Instant now) throws IOException {
        Path unfinished = folder.clock().resolveSibling("clock.unfinished");
        Files.writeString(unfinished, now.truncatedTo(ChronoUnit.MICROS).toString());
        Files.move(unfinished, folder.clock(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Instant read(Path file) throws IOException {
        String text = Files.readString(file).strip();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UserError(file + " does not say where virtual time stands: \"" + text
                    + "\"; write an instant into it, for example 2026-12-03T01:00:00Z");
        }
    }

    /** What the services need to know. */
    Map<String, String> settings() {
        return Map.of("HUIYIN_CLOCK_FILE", file.toString());
    }

    /** For the person who started the installation. */
    String announcement() {
        return "Time is virtual and stands at %s; POST /v1/clock of any service moves it forward (role admin).%n"
                .formatted(local());
    }

    private String local() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                now.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
    }
}
