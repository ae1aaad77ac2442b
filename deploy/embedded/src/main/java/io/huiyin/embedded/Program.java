package io.huiyin.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A part that is an ordinary command. */
final class Program extends Part {

    /** What becomes of a program when the process that started it is gone. */
    enum Life {
        /** It lives on; whoever starts next on the same data folder stops it. */
        OUTLIVES_ITS_STARTER,
        /** Its stdin closes then, which it takes as the order to end. */
        ENDS_WITH_ITS_STARTER
    }

    private final List<String> command;
    private final Map<String, String> environment;
    private final Life life;
    private final BooleanSupplier ready;

    Program(
            String name,
            String mark,
            Path log,
            Duration grace,
            List<String> command,
            Map<String, String> environment,
            Life life,
            BooleanSupplier ready) {
        super(name, mark, log, Signal.TERM, grace);
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.life = life;
        this.ready = ready;
    }

    @Override
    Process start() throws IOException {
        Files.createDirectories(log().getParent());
        ProcessBuilder builder = prepare(command);
        if (life == Life.ENDS_WITH_ITS_STARTER) {
            builder.redirectInput(Redirect.PIPE);
        }
        builder.environment().putAll(environment);
        return launch(builder);
    }

    @Override
    boolean isReady() {
        return ready.getAsBoolean();
    }
}
