package io.huiyin.complaint.imports;

import io.huiyin.complaint.rules.KnownChannel;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file become fields of a case.
 *
 * @param sourceSystem whose cases these are
 * @param zone of dates without offset
 * @param deduplicate "reference", "exact-row" or "none"
 * @param fields a source for each target
 */
public record ImportMapping(
        @Nullable String sourceSystem,
        @Nullable String zone,
        @Nullable String deduplicate,
        @Nullable Map<String, FieldSource> fields) {

    /** By what a row is a duplicate. */
    public enum Deduplicate {
        REFERENCE,
        EXACT_ROW,
        NONE;

        static Deduplicate of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * Where a field comes from: a column (its name, or its index from 0) or a constant.
     *
     * @param pattern of a date, as {@link java.time.format.DateTimeFormatter} reads it
     * @param values what each cell means; a null value means absent
     * @param otherwise stands for what is not mapped, or blank
     */
    public record FieldSource(
            @Nullable Object column,
            @Nullable String constant,
            @Nullable String pattern,
            @Nullable Map<String, @Nullable String> values,
            @Nullable String otherwise) {}

    static final String RECEIVED_AT = "receivedAt";
    static final String REFERENCE = "reference";

    private static final List<String> DATES = List.of(RECEIVED_AT, "forwardedAt", "closedAt");
    private static final List<String> TARGETS = List.of(
            REFERENCE,
            RECEIVED_AT,
            "forwardedAt",
            "closedAt",
            "channel",
            "product",
            "subProduct",
            "issue",
            "subIssue",
            "category",
            "region",
            "company",
            "customerName",
            "description",
            "outcome",
            "timely",
            "disputed");
    private static final List<String> MODES = List.of("reference", "exact-row", "none");

    /** What a field may say, where that is limited; null where any text will do. */
    static @Nullable List<String> vocabulary(String target) {
        return switch (target) {
            case "channel" -> KnownChannel.ALL;
            case "timely", "disputed" -> List.of("yes", "no", "unknown");
            default -> null;
        };
    }

    static boolean isDate(String target) {
        return DATES.contains(target);
    }

    String system() {
        return sourceSystem == null ? "" : sourceSystem;
    }

    ZoneId zoneId() {
        return ZoneId.of(zone == null ? "Asia/Shanghai" : zone);
    }

    Deduplicate mode() {
        return Deduplicate.of(deduplicate == null ? "reference" : deduplicate);
    }

    Map<String, FieldSource> sources() {
        return fields == null ? Map.of() : fields;
    }

    /**
     * Checks the mapping by itself and against the columns of the file.
     *
     * @param header the columns' names, or null for NDJSON
     * @throws InvalidInput naming each wrong part
     */
    void check(@Nullable List<String> header) {
        List<FieldFault> faults = new ArrayList<>();
        if (sourceSystem == null || sourceSystem.isBlank() || sourceSystem.length() > 200) {
            faults.add(new FieldFault("/mapping/sourceSystem", "must be given, at most 200 characters"));
        }
        try {
            zoneId();
        } catch (DateTimeException e) {
            faults.add(new FieldFault("/mapping/zone", "must be a time zone, such as America/New_York"));
        }
        if (deduplicate != null && !MODES.contains(deduplicate)) {
            faults.add(new FieldFault("/mapping/deduplicate", "is none of " + String.join(", ", MODES)));
        }
        if (!sources().containsKey(RECEIVED_AT)) {
            faults.add(new FieldFault("/mapping/fields/receivedAt", "must be given"));
        }
        if ((deduplicate == null || deduplicate.equals("reference"))
                && !sources().containsKey(REFERENCE)) {
            faults.add(new FieldFault("/mapping/fields/reference", "must be given to deduplicate by it"));
        }
        sources().forEach((target, source) -> checkField(target, source, header, faults));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void checkField(
            String target, @Nullable FieldSource source, @Nullable List<String> header, List<FieldFault> faults) {
        String pointer = "/mapping/fields/" + escaped(target);
        if (!TARGETS.contains(target)) {
            faults.add(new FieldFault(pointer, "is none of " + String.join(", ", TARGETS)));
            return;
        }
        if (source == null || (source.column() == null) == (source.constant() == null)) {
            faults.add(new FieldFault(pointer, "must have either a column or a constant"));
            return;
        }
        checkColumn(pointer, source.column(), header, faults);
        if (source.pattern() != null) {
            checkPattern(target, pointer, source.pattern(), faults);
        }
        if (isDate(target)) {
            checkDate(pointer + "/constant", source.constant(), source.pattern(), faults);
            checkDate(pointer + "/otherwise", source.otherwise(), source.pattern(), faults);
        }
        List<String> vocabulary = vocabulary(target);
        if (vocabulary == null) {
            return;
        }
        checkWord(pointer + "/constant", source.constant(), vocabulary, faults);
        checkWord(pointer + "/otherwise", source.otherwise(), vocabulary, faults);
        if (source.values() != null) {
            source.values()
                    .forEach((cell, meant) ->
                            checkWord(pointer + "/values/" + escaped(cell), meant, vocabulary, faults));
        }
    }

    private static void checkColumn(
            String pointer, @Nullable Object column, @Nullable List<String> header, List<FieldFault> faults) {
        if (column == null) {
            return;
        }
        switch (column) {
            case String name -> {
                if (header != null && !header.contains(name)) {
                    faults.add(new FieldFault(pointer + "/column", "the file has no column \"" + name + "\""));
                }
            }
            case Integer index -> {
                if (header == null) {
                    faults.add(new FieldFault(pointer + "/column", "must be a name: NDJSON has no column numbers"));
                } else if (index < 0 || index >= header.size()) {
                    faults.add(new FieldFault(
                            pointer + "/column", "the file has columns 0 to " + (header.size() - 1) + " only"));
                }
            }
            default -> faults.add(new FieldFault(pointer + "/column", "must be a name or an index"));
        }
    }

    private static void checkPattern(String target, String pointer, String pattern, List<FieldFault> faults) {
        if (!isDate(target)) {
            faults.add(new FieldFault(pointer + "/pattern", "belongs to a date"));
            return;
        }
        try {
            DateReader.of(pattern, ZoneId.of("UTC"));
        } catch (IllegalArgumentException e) {
            faults.add(new FieldFault(pointer + "/pattern", "is no date pattern, such as M/d/yyyy"));
        }
    }

    private static void checkDate(
            String pointer, @Nullable String date, @Nullable String pattern, List<FieldFault> faults) {
        if (date == null) {
            return;
        }
        try {
            DateReader.of(pattern, ZoneOffset.UTC).read(date);
        } catch (DateTimeException e) {
            faults.add(new FieldFault(pointer, "is no date of this form that exists"));
        } catch (IllegalArgumentException e) {
            // the pattern itself was found wrong before
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void checkWord(
            String pointer, @Nullable String word, List<String> vocabulary, List<FieldFault> faults) {
        if (word != null && !vocabulary.contains(word)) {
            faults.add(new FieldFault(pointer, "is none of " + String.join(", ", vocabulary)));
        }
    }
}
