package io.huiyin.kernel.event;

import java.util.Comparator;

/**
 * Where an event stands in the log order of its service (G2): epoch of the log, transaction, place in the transaction. The same
 * event has the same position however often the log is refilled.
 */
public record Position(int epoch, long tx, long id) implements Comparable<Position> {

    /** Before the first event. */
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
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("not a position: " + text);
        }
        return new Position(
                Integer.parseInt(text, 0, first, 10),
                Long.parseLong(text, first + 1, second, 10),
                Long.parseLong(text, second + 1, text.length(), 10));
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
