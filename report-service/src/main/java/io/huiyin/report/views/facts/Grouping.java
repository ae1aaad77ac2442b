package io.huiyin.report.views.facts;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keys of groups in SQL and back: {@code k0, k1, …}. */
public final class Grouping {

    private final List<String> expressions;

    /** Keys by the expressions they are computed with. */
    public Grouping(List<String> expressions) {
        this.expressions = List.copyOf(expressions);
    }

    /** {@code …as k0, …as k1, } before other columns. */
    public String selected() {
        return IntStream.range(0, expressions.size())
                .mapToObj(i -> expressions.get(i) + " as k" + i + ", ")
                .collect(Collectors.joining());
    }

    /** {@code k0, k1, } before other columns. */
    public String named() {
        return IntStream.range(0, expressions.size())
                .mapToObj(i -> "k" + i + ", ")
                .collect(Collectors.joining());
    }

    /** {@code group by k0, k1} with more keys behind them; nothing where there is none at all. */
    public String groupBy(String... more) {
        List<String> keys = new ArrayList<>();
        IntStream.range(0, expressions.size()).forEach(i -> keys.add("k" + i));
        keys.addAll(List.of(more));
        return keys.isEmpty() ? "" : " group by " + String.join(", ", keys);
    }

    /** The keys of a row; they are its first columns. */
    public List<@Nullable String> keys(Row row) {
        List<@Nullable String> keys = new ArrayList<>(expressions.size());
        for (int i = 0; i < expressions.size(); i++) {
            keys.add(row.getString(i));
        }
        return keys;
    }

    /** How a time is told in the zone $3. */
    public static String day(String column) {
        return "to_char(" + column + " at time zone $3, 'YYYY-MM-DD')";
    }

    public static String isoWeek(String column) {
        return "to_char(" + column + " at time zone $3, 'IYYY-\"W\"IW')";
    }

    public static String month(String column) {
        return "to_char(" + column + " at time zone $3, 'YYYY-MM')";
    }
}
