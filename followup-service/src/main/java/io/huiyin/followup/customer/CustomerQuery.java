package io.huiyin.followup.customer;

import io.huiyin.kernel.rest.Page;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a list of customers, as they were asked for. */
final class CustomerQuery {

    private static final String MARK = "customers|";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Every word must stand in what the customer is called or reached by, or be the number of one of his complaints. */
    CustomerQuery text(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return this;
        }
        for (String word : q.strip().split("[\\s\u3000]+", -1)) {
            String name = "q" + values.size();
            conditions.add("(c.search like :" + name + " escape '!' or c.customerKey in "
                    + "(select p.customerKey from PastComplaint p where p.number = :" + name + "number))");
            values.put(name, "%" + word.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
            values.put(name + "number", word);
        }
        return this;
    }

    /** Whether any of his complaints carries the value: a number given up since still finds him. */
    CustomerQuery everGave(String field, @Nullable String value) {
        if (value != null) {
            conditions.add("c.customerKey in (select p.customerKey from PastComplaint p where p." + field + " = :"
                    + field + ")");
            values.put(field, value);
        }
        return this;
    }

    CustomerQuery ofClass(@Nullable String customerClass) {
        if (customerClass != null) {
            conditions.add("c.customerClass = :class");
            values.put("class", customerClass);
        }
        return this;
    }

    CustomerQuery after(@Nullable String after) {
        String cursor = Page.decode(after, MARK);
        if (cursor == null) {
            return this;
        }
        int bar = cursor.indexOf('|');
        try {
            values.put("lastAt", Instant.parse(cursor.substring(0, Math.max(0, bar))));
        } catch (DateTimeException e) {
            throw Page.badCursor();
        }
        values.put("lastKey", cursor.substring(bar + 1));
        conditions.add("c.lastComplaintAt <= :lastAt and (c.lastComplaintAt < :lastAt or c.customerKey < :lastKey)");
        return this;
    }

    static String cursor(CustomerEntry customer) {
        return MARK + customer.lastComplaintAt + "|" + customer.customerKey;
    }

    Uni<List<CustomerEntry>> list(int size) {
        return CustomerEntry.<CustomerEntry>find(
                        "from CustomerEntry c left join fetch c.lastComplaint"
                                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                                + " order by c.lastComplaintAt desc, c.customerKey desc",
                        values)
                .page(0, size)
                .list();
    }
}
