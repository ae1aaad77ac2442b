package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a view should show, folded from the events by what their contracts say; in words of text, as the table is read. */
public abstract class Fold {

    private final String name;
    private final Service service;
    private final String query;

    /**
     * A fold.
     *
     * @param service whose view it is
     * @param query what reads the view: the row's key, and the columns that the fold knows
     */
    protected Fold(String name, Service service, String query) {
        this.name = name;
        this.service = service;
        this.query = query;
    }

    public final String name() {
        return name;
    }

    public final Service service() {
        return service;
    }

    public final String query() {
        return query;
    }

    /** Takes one more event of any service; those of one service come in log order. */
    abstract void take(EventRow event, JsonNode data);

    /** The rows that the view should have. */
    abstract Map<String, Map<String, String>> rows();

    /** A row's columns as they change. */
    static final class Row {

        private final Map<String, String> columns = new LinkedHashMap<>();

        Row set(String column, @Nullable Object value) {
            columns.put(column, String.valueOf(value));
            return this;
        }

        /** Keeps what was there where nothing is given. */
        Row replace(String column, JsonNode given) {
            return given.isMissingNode() || given.isNull() ? this : set(column, given.asText());
        }

        Row add(String column, int more) {
            return set(column, Integer.parseInt(columns.getOrDefault(column, "0")) + more);
        }

        String get(String column) {
            return columns.getOrDefault(column, "null");
        }

        boolean is(String column, String value) {
            return get(column).equals(value);
        }

        Map<String, String> columns() {
            return columns;
        }
    }

    /** Rows by their key. */
    static final class Rows {

        private final Map<String, Row> byKey = new TreeMap<>();

        Row begin(String key) {
            Row row = new Row();
            byKey.put(key, row);
            return row;
        }

        @Nullable
        Row get(String key) {
            return byKey.get(key);
        }

        Row of(String key) {
            return byKey.computeIfAbsent(key, fresh -> new Row());
        }

        void drop(String key) {
            byKey.remove(key);
        }

        Map<String, Row> all() {
            return byKey;
        }

        Map<String, Map<String, String>> columns() {
            Map<String, Map<String, String>> columns = new TreeMap<>();
            byKey.forEach((key, row) -> columns.put(key, row.columns()));
            return columns;
        }
    }

    /** The text of a member; null where there is none. */
    static @Nullable String text(JsonNode data, String pointer) {
        JsonNode found = data.at(pointer);
        return found.isMissingNode() || found.isNull() ? null : found.asText();
    }

    /** A truth as PostgreSQL tells it. */
    static String truth(boolean value) {
        return value ? "t" : "f";
    }
}
