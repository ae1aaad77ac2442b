package io.huiyin.kernel.projection;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.UnreadableEvent;
import io.huiyin.kernel.store.AppendConflict;
import io.vertx.pgclient.PgException;
import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Tells a failure of the event itself from a failure of the machinery: only the latter pauses a view. */
final class Failures {

    /** SQL states that trying again cannot help: bad data, broken constraints, values too large for an index ("54"). */
    private static final Set<String> OF_THE_EVENT = Set.of("22", "23", "54");

    private Failures() {}

    /** Whether trying the same event again cannot help. */
    static boolean isOfTheEvent(Throwable failure) {
        return switch (failure) {
            case UnreadableEvent unreadable -> true;
            case PgException pg ->
                OF_THE_EVENT.contains(String.valueOf(pg.getSqlState()).substring(0, 2));
            case AppendConflict conflict -> false;
            case CompletionException wrapped ->
                wrapped.getCause() != null
                        && !(wrapped.getCause() instanceof CompletionException)
                        && isOfTheEvent(wrapped.getCause());
            case NullPointerException bug -> true;
            case IllegalArgumentException bug -> true;
            case IllegalStateException bug -> !bug.getClass().getName().startsWith("io.vertx");
            case ArithmeticException bug -> true;
            case ClassCastException bug -> true;
            case IndexOutOfBoundsException bug -> true;
            case DateTimeException bug -> true;
            case NoSuchElementException bug -> true;
            case UnsupportedOperationException bug -> true;
            case ConcurrentModificationException bug -> true;
            case MatchException bug -> true;
            case InvalidInput bug -> true;
            default -> false;
        };
    }

    static String describe(Throwable failure) {
        String message = failure.getMessage();
        String text = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
