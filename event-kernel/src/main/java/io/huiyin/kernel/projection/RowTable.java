package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventJson;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A view table whose columns are the components of a plain record; the first component is the key. Rows are loaded and saved in
 * batches. A component of a type without a column type of its own is kept as JSON.
 *
 * @param <R> the row
 */
public final class RowTable<R extends Record> {

    private enum Kind {
        UUID("uuid"),
        TEXT("text"),
        INSTANT("timestamptz"),
        DATE("date"),
        INT("integer"),
        LONG("bigint"),
        BOOLEAN("boolean"),
        JSON("text");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        static Kind of(Class<?> type) {
            if (type == UUID.class) {
                return UUID;
            }
            if (type == String.class) {
                return TEXT;
            }
            if (type == Instant.class) {
                return INSTANT;
            }
            if (type == LocalDate.class) {
                return DATE;
            }
            if (type == int.class || type == Integer.class) {
                return INT;
            }
            if (type == long.class || type == Long.class) {
                return LONG;
            }
            return type == boolean.class || type == Boolean.class ? BOOLEAN : JSON;
        }
    }

    private static final MethodType READ = MethodType.methodType(Object.class, Object.class);
    private static final MethodType CREATE = MethodType.methodType(Object.class, Object[].class);

    private record Column(String name, Kind kind, Class<?> type, MethodHandle read) {}

    private final String table;
    private final List<Column> columns;
    private final MethodHandle create;
    /** What the statements say of the columns, put together once. */
    private final String selected;

    private final String inserted;
    private final String replacing;

    private RowTable(String table, List<Column> columns, MethodHandle create) {
        this.table = table;
        this.columns = columns;
        this.create = create;
        this.selected = joined(column -> column.kind() == Kind.JSON ? column.name() + "::text" : column.name());
        String names = joined(Column::name);
        String arrays = IntStream.range(0, columns.size())
                .mapToObj(i -> "$" + (i + 2) + "::" + columns.get(i).kind().sql + "[]")
                .collect(Collectors.joining(", "));
        this.inserted = " (generation, " + names + ") select $1, "
                + joined(column -> "u." + column.name() + (column.kind() == Kind.JSON ? "::json" : ""))
                + " from unnest("
                + arrays + ") as u(" + names + ")";
        this.replacing = columns.stream()
                .skip(1)
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(
                        ", ", " on conflict (generation, " + columns.getFirst().name() + ") do update set ", ""));
    }

    private String joined(Function<Column, String> each) {
        return columns.stream().map(each).collect(Collectors.joining(", "));
    }

    /**
     * Reads the row's shape once.
     *
     * @param table ends in {@code _rows}
     * @param lookup of the row's package
     */
    public static <R extends Record> RowTable<R> of(String table, Class<R> row, MethodHandles.Lookup lookup) {
        try {
            RecordComponent[] components = row.getRecordComponents();
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = row.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            List<Column> columns = new ArrayList<>();
            for (RecordComponent component : components) {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                columns.add(new Column(
                        column(component.getName()),
                        Kind.of(component.getType()),
                        component.getType(),
                        lookup.unreflect(accessor).asType(READ)));
            }
            MethodHandle create = lookup.unreflectConstructor(constructor)
                    .asSpreader(Object[].class, types.length)
                    .asType(CREATE);
            return new RowTable<>(table, List.copyOf(columns), create);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read the shape of " + row, e);
        }
    }

    public String table() {
        return table;
    }

    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private String partition(int generation) {
        return table + "_g" + generation;
    }

    /** The rows that exist of these keys, by key. */
    public Map<Object, R> load(ViewTransaction transaction, Collection<?> keys) {
        return ask(transaction, keys).get();
    }

    /** Asks for the rows that exist of these keys; whoever gets them waits for the answer. */
    public Supplier<Map<Object, R>> ask(ViewTransaction transaction, Collection<?> keys) {
        return askBy(transaction, columns.getFirst().name(), keys, "true");
    }

    /**
     * The rows in which a column has one of these values, by key. Each value is looked up on its own: of a partition that is being
     * filled the planner knows nothing yet, and takes a long list of values for as good as all rows.
     *
     * @param column has an index, of the rows that meet the condition at least
     * @param condition what else must be true of them, in SQL
     * @throws IllegalArgumentException when the row has no such column
     */
    public Map<Object, R> loadBy(ViewTransaction transaction, String column, Collection<?> values, String condition) {
        return askBy(transaction, column, values, condition).get();
    }

    private Supplier<Map<Object, R>> askBy(
            ViewTransaction transaction, String column, Collection<?> values, String condition) {
        Kind kind = columns.stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(table + " has no column " + column))
                .kind();
        Supplier<RowSet<Row>> found = transaction.ask(
                "select found.* from unnest($1::" + kind.sql + "[]) as wanted(value) cross join lateral ("
                        + select(transaction.generation(), column + " = wanted.value and (" + condition + ")")
                        // Keeps the planner from turning the look-ups into one look at all.
                        + " offset 0) as found",
                Tuple.of(values.toArray(array(kind, 0))));
        return () -> rows(found.get());
    }

    /** The rows of a condition, by key. */
    public Map<Object, R> loadWhere(ViewTransaction transaction, String condition, Tuple values) {
        return rows(transaction.execute(select(transaction.generation(), "(" + condition + ")"), values));
    }

    private String select(int generation, String condition) {
        return "select " + selected + " from " + partition(generation) + " where generation = " + generation + " and "
                + condition;
    }

    private Map<Object, R> rows(RowSet<Row> found) {
        Map<Object, R> rows = new HashMap<>();
        for (Row row : found) {
            @Nullable Object[] components = new Object[columns.size()];
            for (int i = 0; i < components.length; i++) {
                components[i] = value(row, i, columns.get(i));
            }
            Object key = components[0];
            if (key != null) {
                rows.put(key, create(components));
            }
        }
        return rows;
    }

    /** Inserts the rows, or replaces those of the same key. */
    public void save(ViewTransaction transaction, Collection<R> rows) {
        write(transaction, rows, replacing);
    }

    /**
     * Saves rows of which it is known whether they are new: inserting them costs half of what it costs to look first.
     *
     * @param present the keys that this transaction found; no other one of the generation runs beside it
     */
    public void save(ViewTransaction transaction, Collection<R> rows, Set<?> present) {
        List<R> known = new ArrayList<>();
        List<R> fresh = new ArrayList<>();
        for (R row : rows) {
            (present.contains(read(columns.getFirst(), row)) ? known : fresh).add(row);
        }
        save(transaction, known);
        write(transaction, fresh, "");
    }

    private void write(ViewTransaction transaction, Collection<R> rows, String onConflict) {
        if (rows.isEmpty()) {
            return;
        }
        Tuple values = Tuple.tuple();
        values.addInteger(transaction.generation());
        for (Column column : columns) {
            @Nullable Object[] cells = array(column.kind(), rows.size());
            int i = 0;
            for (R row : rows) {
                cells[i++] = cell(column, row);
            }
            values.addValue(cells);
        }
        transaction.send("insert into " + partition(transaction.generation()) + inserted + onConflict, values);
    }

    private static @Nullable Object[] array(Kind kind, int size) {
        return switch (kind) {
            case UUID -> new UUID[size];
            case TEXT, JSON -> new String[size];
            case INSTANT -> new OffsetDateTime[size];
            case DATE -> new LocalDate[size];
            case INT -> new Integer[size];
            case LONG -> new Long[size];
            case BOOLEAN -> new Boolean[size];
        };
    }

    private @Nullable Object read(Column column, R row) {
        try {
            return (Object) column.read().invokeExact((Object) row);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + column.name(), e);
        }
    }

    private @Nullable Object cell(Column column, R row) {
        Object value = read(column, row);
        if (value == null) {
            return null;
        }
        return switch (column.kind()) {
            case INSTANT -> ((Instant) value).atOffset(ZoneOffset.UTC);
            case JSON -> EventJson.write(value);
            case UUID, TEXT, DATE, INT, LONG, BOOLEAN -> value;
        };
    }

    private static @Nullable Object value(Row row, int index, Column column) {
        return switch (column.kind()) {
            case UUID -> row.getUUID(index);
            case TEXT -> row.getString(index);
            case INSTANT -> {
                OffsetDateTime instant = row.getOffsetDateTime(index);
                yield instant == null ? null : instant.toInstant();
            }
            case DATE -> row.getLocalDate(index);
            case INT -> row.getInteger(index);
            case LONG -> row.getLong(index);
            case BOOLEAN -> row.getBoolean(index);
            case JSON -> {
                String json = row.getString(index);
                yield json == null ? null : EventJson.read(json, column.type());
            }
        };
    }

    @SuppressWarnings("unchecked")
    private R create(@Nullable Object[] components) {
        try {
            return (R) (Object) create.invokeExact(components);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot create a row of " + table, e);
        }
    }
}
