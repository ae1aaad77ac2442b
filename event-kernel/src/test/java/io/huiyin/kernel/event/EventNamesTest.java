package io.huiyin.kernel.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names are data and never change; classes may. */
class EventNamesTest {

    sealed interface LampEvent {
        @EventName("lamp-lit")
        record Lit(String by, int watts) implements LampEvent {}

        @EventName(value = "lamp-moved", version = 3)
        record Moved(Place to) implements LampEvent {}

        sealed interface End extends LampEvent {}

        @EventName("lamp-broken")
        record Broken() implements End {}
    }

    record Place(String room, int floor) {}

    sealed interface Nameless {
        record Happened() implements Nameless {}
    }

    sealed interface Doubled {
        @EventName("same")
        record One() implements Doubled {}

        @EventName("same")
        record Other() implements Doubled {}
    }

    private final EventNames<LampEvent> names = EventNames.of(
            LampEvent.class,
            new Upcast("lamp-moved", 1, 2, old -> old.put("floor", 0)),
            new Upcast("lamp-moved", 2, 3, EventNamesTest::nested));

    private static ObjectNode nested(ObjectNode old) {
        ObjectNode now = EventJson.tolerant().createObjectNode();
        now.set("to", old);
        return now;
    }

    @Test
    void namesAndVersionsStandOnTheRecordsNotInTheirClassNames() {
        assertEquals(Set.of("lamp-lit", "lamp-moved", "lamp-broken"), names.all());
        assertEquals("lamp-lit", names.nameOf(new LampEvent.Lit("anna", 40)));
        assertEquals(1, names.versionOf(new LampEvent.Lit("anna", 40)));
        assertEquals(3, names.versionOf(new LampEvent.Moved(new Place("hall", 1))));
        assertEquals(LampEvent.Broken.class, names.classOf("lamp-broken"));
    }

    @Test
    void anUnknownNameIsSkippedByItsReader() {
        assertNull(names.classOf("lamp-sold"));
        assertNull(names.read("lamp-sold", 1, "not even JSON"));
    }

    @Test
    void anEventWithoutANameIsFoundAtTheStart() {
        assertThrows(IllegalStateException.class, () -> EventNames.of(Nameless.class));
    }

    @Test
    void twoEventsOfOneNameAreFoundAtTheStart() {
        assertThrows(IllegalStateException.class, () -> EventNames.of(Doubled.class));
    }

    @Test
    void anAdditionIsNoNewVersion() {
        assertEquals(
                new LampEvent.Lit("anna", 40),
                names.read("lamp-lit", 1, "{\"by\":\"anna\",\"watts\":40,\"colour\":\"warm\"}"));
    }

    @Test
    void everyOldShapeReadsThroughTheWholeChain() {
        LampEvent now = new LampEvent.Moved(new Place("hall", 0));
        assertEquals(now, names.read("lamp-moved", 1, "{\"room\":\"hall\"}"));
        assertEquals(now, names.read("lamp-moved", 2, "{\"room\":\"hall\",\"floor\":0}"));
        assertEquals(now, names.read("lamp-moved", 3, "{\"to\":{\"room\":\"hall\",\"floor\":0}}"));
    }

    @Test
    void aKnownNameOfAnotherShapeIsUnreadable() {
        assertThrows(UnreadableEvent.class, () -> names.read("lamp-lit", 1, "{\"watts\":\"many\"}"));
        assertThrows(UnreadableEvent.class, () -> names.read("lamp-lit", 1, "{"));
        assertThrows(UnreadableEvent.class, () -> names.read("lamp-moved", 1, "[]"));
        assertThrows(UnreadableEvent.class, () -> names.read("lamp-moved", 1, "{"));
    }
}
