package io.huiyin.complaint.imports;

import io.huiyin.complaint.ComplaintCommand.ImportComplaint;
import io.huiyin.complaint.Customer;
import io.huiyin.complaint.Filing;
import io.huiyin.complaint.Person;
import io.huiyin.complaint.Product;
import io.huiyin.complaint.Source;
import io.huiyin.complaint.imports.ImportMapping.FieldSource;
import io.huiyin.complaint.rules.HistoricalOrder;
import io.huiyin.kernel.event.Ids;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes cases of rows, by a mapping that was checked. */
final class RowCase {

    private static final int LONGEST = 100_000;

    /** As long as a posted reference may be. */
    private static final int LONGEST_REFERENCE = 200;

    private final ImportMapping mapping;
    private final Map<String, DateReader> dates = new HashMap<>();

    RowCase(ImportMapping mapping) {
        this.mapping = mapping;
        ZoneId zone = mapping.zoneId();
        mapping.sources().forEach((target, source) -> {
            if (ImportMapping.isDate(target)) {
                dates.put(target, DateReader.of(source.pattern(), zone));
            }
        });
    }

    /** Why a row makes no case. */
    record Reason(String field, String detail) {}

    /**
     * What a row says.
     *
     * @param reference what its former system calls it
     * @param reasons why it makes no case; empty when it does
     */
    record Fields(
            @Nullable String reference,
            @Nullable Instant receivedAt,
            @Nullable Instant forwardedAt,
            @Nullable Instant closedAt,
            Map<String, String> texts,
            List<Reason> reasons) {}

    Fields read(ImportRow row) {
        List<Reason> reasons = new ArrayList<>();
        if (row.fault() != null) {
            reasons.add(new Reason("", row.fault()));
            return new Fields(null, null, null, null, Map.of(), reasons);
        }
        Map<String, String> texts = new HashMap<>();
        Map<String, Instant> instants = new HashMap<>();
        mapping.sources().forEach((target, source) -> {
            String text = text(target, source, row, reasons);
            DateReader date = dates.get(target);
            if (text != null && date != null) {
                try {
                    instants.put(target, date.read(text));
                } catch (DateTimeException e) {
                    reasons.add(new Reason(target, "\"" + shortened(text) + "\" is no date of this form that exists"));
                }
            } else if (text != null) {
                int longest = target.equals(ImportMapping.REFERENCE) ? LONGEST_REFERENCE : LONGEST;
                if (text.length() > longest) {
                    reasons.add(new Reason(target, "is longer than " + longest + " characters"));
                }
                // PostgreSQL and JSON readers alike stumble over the null character.
                texts.put(target, text.replace("\u0000", ""));
            }
        });
        Instant receivedAt = instants.get(ImportMapping.RECEIVED_AT);
        if (receivedAt == null
                && reasons.stream().noneMatch(reason -> reason.field().equals(ImportMapping.RECEIVED_AT))) {
            reasons.add(new Reason(ImportMapping.RECEIVED_AT, "is blank"));
        }
        return new Fields(
                texts.get(ImportMapping.REFERENCE),
                receivedAt,
                instants.get("forwardedAt"),
                instants.get("closedAt"),
                texts,
                reasons);
    }

    private static @Nullable String text(String target, FieldSource source, ImportRow row, List<Reason> reasons) {
        if (source.constant() != null) {
            return source.constant();
        }
        Object column = source.column();
        String cell = column == null ? null : row.cell(column);
        if (cell == null) {
            return source.otherwise();
        }
        Map<String, @Nullable String> values = source.values();
        if (values != null) {
            if (values.containsKey(cell)) {
                return values.get(cell);
            }
            if (source.otherwise() != null) {
                return source.otherwise();
            }
            reasons.add(new Reason(target, "\"" + shortened(cell) + "\" is not mapped"));
            return null;
        }
        List<String> vocabulary = ImportMapping.vocabulary(target);
        if (vocabulary != null && !vocabulary.contains(cell)) {
            if (source.otherwise() != null) {
                return source.otherwise();
            }
            reasons.add(new Reason(target, "\"" + shortened(cell) + "\" is none of " + String.join(", ", vocabulary)));
            return null;
        }
        return cell;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** The command for a row that can be a case. */
    ImportComplaint command(String number, UUID importId, long row, Fields fields, Instant receivedAt) {
        Map<String, String> texts = fields.texts();
        String customerName = texts.get("customerName");
        String product = texts.get("product");
        String subProduct = texts.get("subProduct");
        Filing filing = new Filing(
                texts.get("channel"),
                receivedAt,
                new Source(mapping.system(), fields.reference()),
                customerName == null,
                false,
                customerName == null ? null : customer(customerName),
                product == null && subProduct == null
                        ? null
                        : new Product(product, subProduct, null, null, null, null, null, null),
                texts.get("category"),
                texts.get("issue"),
                texts.get("subIssue"),
                null,
                texts.get("region"),
                texts.get("company"),
                texts.get("description"),
                null,
                null);
        return new ImportComplaint(
                number,
                importId,
                row,
                filing,
                fields.forwardedAt(),
                fields.closedAt(),
                texts.get("outcome"),
                texts.getOrDefault("timely", "unknown"),
                texts.getOrDefault("disputed", "unknown"),
                HistoricalOrder.flags(receivedAt, fields.forwardedAt(), fields.closedAt()));
    }

    private static Customer customer(String name) {
        String id = Ids.next().toString();
        return new Customer(id, false, "ordinary", new Person(id, name, null, null, null));
    }
}
