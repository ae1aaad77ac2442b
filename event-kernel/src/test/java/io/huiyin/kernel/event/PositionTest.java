package io.huiyin.kernel.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void epochCountsMoreThanTransactionAndTransactionMoreThanSequence() {
        List<Position> ordered = List.of(
                Position.START,
                new Position(1, 1, 9),
                new Position(1, 2, 1),
                new Position(1, 10, 1),
                new Position(1, 10, 2),
                new Position(2, 1, 1));
        assertEquals(ordered, ordered.reversed().stream().sorted().toList());
        assertTrue(new Position(2, 1, 1).isAfter(new Position(1, 9_000_000_000L, 9)));
        assertFalse(new Position(1, 1, 1).isAfter(new Position(1, 1, 1)));
    }

    @Test
    void itsTextReadsBack() {
        Position position = new Position(3, Long.MAX_VALUE, 17);
        assertEquals(position, Position.parse(position.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2", "1.2.3.4", "a.b.c", "1..3", "1.2.99999999999999999999", " 1.2.3"})
    void anotherTextIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Position.parse(text));
    }
}
