package io.huiyin.nonconformity.lot;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.rest.Page;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conditions of a list of lots, as they were asked for. */
final class LotQuery {

    /** How the list may be sorted; each has a cursor of its own. */
    private enum Order {
        MOST_COMPLAINTS("-complaintCount", "complaintCount"),
        LAST_REPORTED("-lastReportedAt", "lastReportedAt");

        private final String parameter;
        private final String field;

        Order(String parameter, String field) {
            this.parameter = parameter;
            this.field = field;
        }

        Object value(LotEntry lot) {
            return switch (this) {
                case MOST_COMPLAINTS -> lot.complaintCount;
                case LAST_REPORTED -> lot.lastReportedAt;
            };
        }

        Object parse(String value) {
            return switch (this) {
                case MOST_COMPLAINTS -> Integer.valueOf(value);
                case LAST_REPORTED -> Instant.parse(value);
            };
        }

        static Order of(@Nullable String sort) {
            if (sort == null) {
                return MOST_COMPLAINTS;
            }
            for (Order order : values()) {
                if (order.parameter.equals(sort)) {
                    return order;
                }
            }
            throw new InvalidInput(
                    "/sort",
                    "is none of "
                            + Arrays.stream(values())
                                    .map(order -> order.parameter)
                                    .collect(Collectors.joining(", ")));
        }

        String mark() {
            return "lots|" + parameter + "|";
        }
    }

    private final Order order;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    LotQuery(@Nullable String sort) {
        this.order = Order.of(sort);
    }

    LotQuery ofKind(@Nullable String kind) {
        return where("l.kind = :kind", "kind", kind);
    }

    LotQuery carrying(@Nullable String value) {
        return where("l.carried = :value", "value", value == null ? null : value.strip());
    }

    /** Whether a complaint that names it names the product or its model; the conditions are those of the indexes. */
    LotQuery ofProduct(@Nullable String product) {
        String naming = " from NamingComplaint c where (c.lotKey is not null or c.serialKey is not null) and ("
                + "left(c.product, 100) = left(:product, 100) and c.product = :product or "
                + "left(c.model, 100) = left(:product, 100) and c.model = :product))";
        return where(
                "(l.lotKey in (select c.lotKey" + naming + " or l.lotKey in (select c.serialKey" + naming + ")",
                "product",
                product);
    }

    LotQuery withAtLeast(@Nullable String complaints) {
        if (complaints == null) {
            return this;
        }
        try {
            int least = Integer.parseInt(complaints);
            if (least >= 0) {
                return where("l.complaintCount >= :least", "least", least);
            }
        } catch (NumberFormatException e) {
            // falls through
        }
        throw new InvalidInput("/minComplaints", "must be a number from 0");
    }

    LotQuery after(@Nullable String after) {
        String cursor = Page.decode(after, order.mark());
        if (cursor == null) {
            return this;
        }
        int bar = cursor.indexOf('|');
        try {
            values.put("lastValue", order.parse(cursor.substring(0, Math.max(0, bar))));
        } catch (NumberFormatException | DateTimeException e) {
            throw Page.badCursor();
        }
        return where(
                "l.%1$s <= :lastValue and (l.%1$s < :lastValue or l.lotKey < :lastKey)".formatted(order.field),
                "lastKey",
                cursor.substring(bar + 1));
    }

    private LotQuery where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    String cursor(LotEntry lot) {
        return order.mark() + order.value(lot) + "|" + lot.lotKey;
    }

    Uni<List<LotEntry>> list(int size) {
        return LotEntry.<LotEntry>find(
                        "from LotEntry l"
                                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                                + " order by l." + order.field + " desc, l.lotKey desc",
                        values)
                .page(0, size)
                .list();
    }
}
