package io.huiyin.kernel.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventName;
import io.huiyin.kernel.event.Position;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupProjectionTest {

    /** Something that lies in boxes. */
    sealed interface ItemFact {

        @EventName("item-put")
        record Put(String boxes, int weight) implements ItemFact {}
    }

    record Item(UUID id, Instant at, String boxes, int weight) {

        Set<String> keys() {
            return boxes.isEmpty() ? Set.of() : new TreeSet<>(List.of(boxes.split(",", -1)));
        }
    }

    record Box(String key, int items, int weight, Instant first, Instant last) {}

    private static final class Boxes extends GroupProjection<Item, Box, ItemFact> {

        Boxes() {
            super(
                    "boxes",
                    1,
                    Set.of("item-events"),
                    ItemFact.class,
                    new MemberTable<>(
                            RowTable.of("item_rows", Item.class, MethodHandles.lookup()), "id", "at", List.of("boxes")),
                    RowTable.of("box_rows", Box.class, MethodHandles.lookup()));
        }

        @Override
        protected Item apply(@Nullable Item item, ItemFact event, EventEnvelope about) {
            return switch (event) {
                case ItemFact.Put e -> new Item(about.subject(), about.occurredAt(), e.boxes(), e.weight());
            };
        }

        @Override
        protected Set<String> groups(Item item) {
            return item.keys();
        }

        @Override
        protected Instant time(Item item) {
            return item.at();
        }

        @Override
        protected @Nullable Box count(String key, @Nullable Box box, @Nullable Item before, @Nullable Item after) {
            int items = (box == null ? 0 : box.items()) + (after == null ? 0 : 1) - (before == null ? 0 : 1);
            int weight = (box == null ? 0 : box.weight())
                    + (after == null ? 0 : after.weight())
                    - (before == null ? 0 : before.weight());
            return items == 0 ? null : new Box(key, items, weight, Instant.EPOCH, Instant.EPOCH);
        }

        @Override
        protected Box span(Box box, Item first, Item last) {
            return new Box(box.key(), box.items(), box.weight(), first.at(), last.at());
        }
    }

    private final Map<Integer, Integer> sequences = new HashMap<>();
    private int recorded;

    @Test
    void aGroupSumsUpItsMembersFromTheFirstToTheLast() {
        List<EventEnvelope> events = List.of(put(1, 30, "a", 5), put(2, 10, "a", 7), put(3, 20, "a", 1));

        assertEquals(Map.of("a", new Box("a", 3, 13, at(10), at(30))), new Boxes().fold(events));
    }

    @Test
    void aMemberOfTwoGroupsCountsInBoth() {
        assertEquals(
                Map.of("a", new Box("a", 1, 5, at(1), at(1)), "b", new Box("b", 1, 5, at(1), at(1))),
                new Boxes().fold(List.of(put(1, 1, "a,b", 5))));
    }

    @Test
    void aMemberThatMovesLeavesNoTraceBehind() {
        List<EventEnvelope> events =
                List.of(put(1, 1, "a", 5), put(2, 2, "a", 7), put(3, 3, "b", 9), put(2, 2, "b,c", 8));

        Map<String, Box> moved = Map.of(
                "a", new Box("a", 1, 5, at(1), at(1)),
                "b", new Box("b", 2, 17, at(2), at(3)),
                "c", new Box("c", 1, 8, at(2), at(2)));
        assertEquals(moved, new Boxes().fold(events));
        assertEquals(moved, new Boxes().foldBatches(oneByOne(events)));
    }

    @Test
    void aGroupWithoutMembersIsGone() {
        List<EventEnvelope> events = List.of(put(1, 1, "a", 5), put(1, 1, "", 5));

        assertEquals(Map.of(), new Boxes().fold(events));
        assertEquals(Map.of(), new Boxes().foldBatches(oneByOne(events)));
    }

    @Test
    void anEventThatSaysNothingNewCountsOnce() {
        List<EventEnvelope> events = List.of(put(1, 1, "a", 5), put(1, 1, "a", 5));

        assertEquals(Map.of("a", new Box("a", 1, 5, at(1), at(1))), new Boxes().foldBatches(oneByOne(events)));
    }

    @Test
    void inWhateverOrderAggregatesArriveAndHoweverBatchesFallTheGroupsAreTheSame() {
        Random chance = new Random(20261121);
        List<List<EventEnvelope>> lives = new ArrayList<>();
        for (int item = 1; item <= 30; item++) {
            List<EventEnvelope> life = new ArrayList<>();
            for (int i = 0; i <= chance.nextInt(5); i++) {
                life.add(put(
                        item,
                        chance.nextInt(9),
                        List.of("", "a", "b", "a,c", "b,c,d").get(chance.nextInt(5)),
                        item));
            }
            lives.add(life);
        }
        Map<String, Box> expected =
                new Boxes().fold(lives.stream().flatMap(List::stream).toList());

        for (int run = 0; run < 20; run++) {
            List<Integer> turns = new ArrayList<>();
            for (int item = 0; item < lives.size(); item++) {
                turns.addAll(Collections.nCopies(lives.get(item).size(), item));
            }
            Collections.shuffle(turns, chance);
            int[] next = new int[lives.size()];
            List<List<EventEnvelope>> batches = new ArrayList<>();
            for (int item : turns) {
                if (batches.isEmpty() || chance.nextInt(4) == 0) {
                    batches.add(new ArrayList<>());
                }
                batches.getLast().add(lives.get(item).get(next[item]++));
            }
            assertEquals(expected, new Boxes().foldBatches(batches));
        }
    }

    private static List<List<EventEnvelope>> oneByOne(List<EventEnvelope> events) {
        return events.stream().map(List::of).toList();
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    private EventEnvelope put(int item, int second, String boxes, int weight) {
        recorded++;
        return new EventEnvelope(
                new UUID(0, recorded),
                "item-put",
                1,
                "/test",
                "item",
                new UUID(1, item),
                sequences.merge(item, 1, Integer::sum),
                at(second),
                at(second),
                new ActorName("test", "test", ""),
                "test",
                null,
                null,
                new Position(1, recorded, recorded),
                "{\"boxes\":\"" + boxes + "\",\"weight\":" + weight + "}");
    }
}
