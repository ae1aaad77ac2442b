package io.huiyin.kernel.rest;

import io.huiyin.kernel.decide.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The conditions of a list as they were asked for, for a query over the list's entities; what is not asked for is no condition. */
public final class Conditions {

    private static final Pattern BLANK = Pattern.compile("[\\s\u3000]+");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** A field has a value. */
    public Conditions equal(String field, @Nullable Object value) {
        return where(field + " = :%s", value);
    }

    /** A field has one of several values; none at all asks for nothing. */
    public Conditions in(String field, @Nullable Collection<?> any) {
        return where(field + " in :%s", any);
    }

    /** An instant is not before another. */
    public Conditions from(String field, @Nullable Instant from) {
        return where(field + " >= :%s", from);
    }

    /** An instant is before another. */
    public Conditions before(String field, @Nullable Instant before) {
        return where(field + " < :%s", before);
    }

    /** Every word of a text stands in a field that is kept in lower case. */
    public Conditions text(String field, @Nullable String words) {
        if (words != null) {
            BLANK.splitAsStream(words.strip().toLowerCase(Locale.ROOT))
                    .filter(word -> !word.isEmpty())
                    .forEach(word ->
                            where(field + " like :%s escape '!'", "%" + word.replaceAll("([!%_])", "!$1") + "%"));
        }
        return this;
    }

    /**
     * Any condition with one value.
     *
     * @param condition with {@code :%1$s} where the value stands
     */
    public Conditions where(String condition, @Nullable Object value) {
        if (value != null) {
            String name = "v" + values.size();
            conditions.add("(" + condition.formatted(name) + ")");
            values.put(name, value);
        }
        return this;
    }

    /** A condition without a value. */
    public Conditions where(String condition) {
        conditions.add("(" + condition + ")");
        return this;
    }

    /**
     * Only what comes after a cursor of the form {@code <value>|<key>}.
     *
     * @param field the list's order, then {@code keyField}
     * @throws InvalidInput when the cursor is none of this list's
     */
    public Conditions after(
            @Nullable String cursor,
            String field,
            boolean ascending,
            Function<String, ?> value,
            String keyField,
            Function<String, ?> key) {
        if (cursor == null) {
            return this;
        }
        int bar = cursor.indexOf('|');
        if (bar < 0) {
            throw Page.badCursor();
        }
        try {
            values.put("afterValue", value.apply(cursor.substring(0, bar)));
            values.put("afterKey", key.apply(cursor.substring(bar + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Page.badCursor();
        }
        conditions.add("(%1$s %3$s= :afterValue and (%1$s %3$s :afterValue or %2$s %3$s :afterKey))"
                .formatted(field, keyField, ascending ? ">" : "<"));
        return this;
    }

    /** All of them, joined; true where there is none. */
    public String where() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    /** The values they name. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
