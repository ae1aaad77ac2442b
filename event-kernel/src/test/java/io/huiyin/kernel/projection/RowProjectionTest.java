package io.huiyin.kernel.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventName;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.event.UnreadableEvent;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowProjectionTest {

    sealed interface CoinFact {
        @EventName("coin-found")
        record Found(String purse, int cents) implements CoinFact {}

        @EventName("coin-admired")
        record Admired() implements CoinFact {}
    }

    record PurseRow(String purse, int cents) {}

    private static final class Purses extends RowProjection<PurseRow, CoinFact> {
        Purses() {
            super(
                    "purses",
                    2,
                    Set.of("coin-events"),
                    CoinFact.class,
                    RowTable.of("purse_rows", PurseRow.class, MethodHandles.lookup()));
        }

        @Override
        protected @Nullable Object key(CoinFact event, EventEnvelope about) {
            return switch (event) {
                case CoinFact.Found e -> e.purse();
                case CoinFact.Admired e -> null;
            };
        }

        @Override
        protected @Nullable PurseRow apply(@Nullable PurseRow row, CoinFact event, EventEnvelope about) {
            return switch (event) {
                case CoinFact.Found e ->
                    e.cents() == 0 ? null : new PurseRow(e.purse(), (row == null ? 0 : row.cents()) + e.cents());
                case CoinFact.Admired e -> throw new AssertionError("it belongs to no row");
            };
        }
    }

    private final Purses purses = new Purses();

    private static EventEnvelope event(String name, String data) {
        UUID id = Ids.next();
        return new EventEnvelope(
                id,
                name,
                1,
                "/coin-service",
                "coin",
                id,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                new ActorName("a", "a", ""),
                "c",
                null,
                null,
                new Position(1, 1, 1),
                data);
    }

    @Test
    void eventsFoldIntoTheRowOfTheirKey() {
        Map<Object, PurseRow> rows = purses.fold(List.of(
                event("coin-found", "{\"purse\":\"red\",\"cents\":5}"),
                event("coin-found", "{\"purse\":\"blue\",\"cents\":1}"),
                event("coin-admired", "{}"),
                event("coin-lost", "{\"purse\":\"red\"}"),
                event("coin-found", "{\"purse\":\"red\",\"cents\":0}"),
                event("coin-found", "{\"purse\":\"red\",\"cents\":2,\"year\":1999}")));

        assertEquals(Map.of("red", new PurseRow("red", 7), "blue", new PurseRow("blue", 1)), rows);
    }

    @Test
    void itTakesWhatItsFamilyNamesAndNothingElse() {
        assertTrue(purses.takes("coin-found"));
        assertFalse(purses.takes("coin-lost"));
        assertEquals(Map.of(), purses.fold(List.of(event("coin-lost", "{}"))));
    }

    @Test
    void anEventOfAnotherShapeIsUnreadable() {
        assertThrows(UnreadableEvent.class, () -> purses.prepare(List.of(event("coin-found", "{\"cents\":\"few\"}"))));
    }
}
