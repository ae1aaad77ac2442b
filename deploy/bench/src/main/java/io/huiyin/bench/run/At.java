package io.huiyin.bench.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/** Where an event stands in the log of its service; written {@code epoch.tx.id}. */
record At(int epoch, long tx, long id) implements Comparable<At> {

    private static final Comparator<At> ORDER =
            Comparator.comparingInt(At::epoch).thenComparingLong(At::tx).thenComparingLong(At::id);

    static At parse(String text) {
        String[] parts = text.split("\\.", -1);
        return new At(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    static At read(ResultSet row) throws SQLException {
        return new At(row.getInt("epoch"), row.getLong("tx"), row.getLong("id"));
    }

    @Override
    public int compareTo(At other) {
        return ORDER.compare(this, other);
    }

    boolean isAtLeast(At other) {
        return compareTo(other) >= 0;
    }
}
