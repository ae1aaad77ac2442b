package io.huiyin.kernel.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.UnreadableEvent;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.DisconnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** G9: only a failure of the machinery pauses a view. */
class FailuresTest {

    static Stream<Throwable> ofTheEvent() {
        return Stream.of(
                new UnreadableEvent("odd"),
                pg("22P02"),
                pg("23505"),
                new NullPointerException(),
                new IllegalArgumentException(),
                new IllegalStateException(),
                new ArithmeticException(),
                new ClassCastException(),
                new IndexOutOfBoundsException(),
                new DateTimeException("no such day"),
                new NoSuchElementException(),
                new UnsupportedOperationException(),
                new ConcurrentModificationException(),
                new MatchException("an unknown case", null),
                new InvalidInput("/text", "too long"),
                new CompletionException(new NullPointerException()));
    }

    static Stream<Throwable> ofTheMachinery() {
        return Stream.of(
                pg("57P01"),
                pg("40001"),
                pg("08006"),
                pg("53300"),
                pg("55P03"),
                pg("42501"),
                new DisconnectException(),
                new UncheckedIOException(new IOException()),
                new CompletionException(new TimeoutException()),
                new CompletionException(new IOException()),
                new OutOfMemoryError());
    }

    private static PgException pg(String state) {
        return new PgException("failed", "ERROR", state, "");
    }

    @ParameterizedTest
    @MethodSource("ofTheEvent")
    void tryingAgainCannotHelp(Throwable failure) {
        assertTrue(Failures.isOfTheEvent(failure), failure.toString());
    }

    @ParameterizedTest
    @MethodSource("ofTheMachinery")
    void tryingAgainMayHelp(Throwable failure) {
        assertFalse(Failures.isOfTheEvent(failure), failure.toString());
    }

    @Test
    void aLongStoryIsCut() {
        assertEquals(
                500,
                Failures.describe(new IllegalStateException("x".repeat(2000))).length());
        assertEquals("NullPointerException", Failures.describe(new NullPointerException()));
    }
}
