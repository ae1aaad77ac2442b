package io.huiyin.embedded;

import java.io.IOException;

/** Runs the body of a command and turns what goes wrong into one line on stderr and an exit code. */
public final class Command {

    /** What a command does. */
    public interface Body {
        void run() throws IOException, InterruptedException;
    }

    private Command() {}

    /** Answers the exit code: 0, 1 when it could not be done, 2 when the command line was wrong. */
    public static int run(String usage, Body body) {
        try {
            body.run();
            return 0;
        } catch (UsageError e) {
            System.err.println(e.getMessage());
            System.err.println(usage);
            return 2;
        } catch (UserError e) {
            System.err.println(e.getMessage());
            return e.exitCode();
        } catch (IOException e) {
            System.err.println(e);
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
