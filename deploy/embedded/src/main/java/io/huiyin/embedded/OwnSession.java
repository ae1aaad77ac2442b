package io.huiyin.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Puts a command into a session of its own, so that Ctrl-C reaches the supervisor alone and it can stop the parts in order. */
final class OwnSession {

    private static final List<String> PREFIX = prefix();

    private OwnSession() {}

    static List<String> of(List<String> command) {
        return Stream.concat(PREFIX.stream(), command.stream()).toList();
    }

    private static List<String> prefix() {
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return List.of("/usr/bin/setsid");
        }
        // macOS has no setsid command.
        if (Files.isExecutable(Path.of("/usr/bin/perl"))) {
            return List.of("/usr/bin/perl", "-MPOSIX", "-e", "POSIX::setsid(); exec {$ARGV[0]} @ARGV", "--");
        }
        return List.of();
    }
}
