package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.simulation.Matter;
import io.huiyin.kernel.simulation.RowKey;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A list of matters, each with all that happened to it; for a while it cannot take what is poison. */
public final class SimulatedView implements Projection {

    public static final String NAME = "matters";
    public static final String POISON = "poison";

    private static final int BATCH = 5;

    private final BooleanSupplier poisonous;

    /**
     * A list of its own for each process.
     *
     * @param poisonous whether it cannot take poison now
     */
    public SimulatedView(BooleanSupplier poisonous) {
        this.poisonous = poisonous;
    }

    /** What a row has seen. */
    public record Seen(List<Integer> sequences) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Matter.TOPIC);
    }

    @Override
    public List<String> tables() {
        return List.of("matter_rows");
    }

    @Override
    public boolean takes(String eventName) {
        return true;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Work prepare(List<EventEnvelope> events) {
        if (poisonous.getAsBoolean()
                && events.stream().anyMatch(event -> event.data().contains(POISON))) {
            throw new IllegalStateException("cannot take it");
        }
        return transaction -> write((SimulatedTransaction) transaction, events);
    }

    private static void write(SimulatedTransaction transaction, List<EventEnvelope> events) {
        for (EventEnvelope event : events) {
            transaction.process().asks();
            transaction.tell(() -> "takes %d of %s".formatted(event.sequence(), event.subject()));
            RowKey key = new RowKey(transaction.generation(), event.subject());
            Seen row = (Seen) transaction.rows().get(key);
            List<Integer> before = row == null ? List.of() : row.sequences();
            transaction
                    .rows()
                    .put(
                            key,
                            new Seen(Stream.concat(before.stream(), Stream.of(event.sequence()))
                                    .toList()));
        }
    }
}
