package io.huiyin.bench.faults.evidence;

import java.util.Comparator;

/** Where an event stands in its service's log order: epoch, transaction, id. */
public record Position(int epoch, long tx, long id) implements Comparable<Position> {

    public static final Position START = new Position(0, 0, 0);

    private static final Comparator<Position> ORDER = Comparator.comparingInt(Position::epoch)
            .thenComparingLong(Position::tx)
            .thenComparingLong(Position::id);

    /**
     * Reads {@code epoch.tx.id}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Position parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a position: " + text);
        }
        return new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    public boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }

    @Override
    public String toString() {
        return epoch + "." + tx + "." + id;
    }
}
