package io.huiyin.kernel.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.decide.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    private static final Instant NOW = Instant.parse("2026-12-03T01:00:00Z");

    @Test
    void whatIsNotAskedForIsNoCondition() {
        Conditions none = new Conditions()
                .equal("status", null)
                .in("status", null)
                .from("at", null)
                .before("at", null)
                .text("search", null)
                .text("search", "  ")
                .after(null, "at", true, Instant::parse, "id", UUID::fromString);
        assertEquals("1 = 1", none.where());
        assertEquals(Map.of(), none.values());
    }

    @Test
    void whatIsAskedForIsJoined() {
        Conditions asked = new Conditions()
                .equal("status", "open")
                .in("severity", List.of("a", "b"))
                .from("at", NOW)
                .before("at", NOW)
                .where("held is null");
        assertEquals(
                "(status = :v0) and (severity in :v1) and (at >= :v2) and (at < :v3) and (held is null)",
                asked.where());
        assertEquals(Map.of("v0", "open", "v1", List.of("a", "b"), "v2", NOW, "v3", NOW), asked.values());
    }

    @Test
    void everyWordOfATextIsLookedForAsItStands() {
        Conditions asked = new Conditions().text("search", " 50%\u3000A_b! ");
        assertEquals("(search like :v0 escape '!') and (search like :v1 escape '!')", asked.where());
        assertEquals(Map.of("v0", "%50!%%", "v1", "%a!_b!!%"), asked.values());
    }

    @Test
    void aCursorGoesOnBehindItsLastItem() {
        UUID id = UUID.randomUUID();
        Conditions up = new Conditions().after(NOW + "|" + id, "at", true, Instant::parse, "id", UUID::fromString);
        assertEquals("(at >= :afterValue and (at > :afterValue or id > :afterKey))", up.where());
        assertEquals(Map.of("afterValue", NOW, "afterKey", id), up.values());
        Conditions down = new Conditions().after("7|x|y", "n", false, Integer::valueOf, "key", key -> key);
        assertEquals("(n <= :afterValue and (n < :afterValue or key < :afterKey))", down.where());
        assertEquals(Map.of("afterValue", 7, "afterKey", "x|y"), down.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-12-03T01:00:00Z", "soon|x", "2026-12-03T01:00:00Z|x"})
    void aBrokenCursorIsRefused(String cursor) {
        Conditions conditions = new Conditions();
        assertThrows(
                InvalidInput.class, () -> conditions.after(cursor, "at", true, Instant::parse, "id", UUID::fromString));
    }
}
