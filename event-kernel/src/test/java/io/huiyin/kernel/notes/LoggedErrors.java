package io.huiyin.kernel.notes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what is logged as an error under a name, until it is closed. */
public final class LoggedErrors extends Handler implements AutoCloseable {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private LoggedErrors(Logger logger) {
        this.logger = logger;
    }

    /** Listens from now on. */
    public static LoggedErrors of(String name) {
        Logger logger = Logger.getLogger(name);
        LoggedErrors listener = new LoggedErrors(logger);
        logger.addHandler(listener);
        return listener;
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            messages.add(entry.getMessage());
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
