package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code profiles/<NAME>.yaml} of the service. A profile may name a parent; what it leaves out it inherits. A value that
 * cannot be read stops the start with a message naming file and key.
 *
 * <pre>
 * parent: GENERAL
 * values:
 *   cmp.sla.firstReply: { limit: PT24H, calendar: elapsed, source: house }
 * </pre>
 */
@ApplicationScoped
public class PolicyProfiles {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern DASH = Pattern.compile("-");

    /** The values of the profile that {@code huiyin.profile} selects. */
    @Produces
    @ApplicationScoped
    InForce selected(@ConfigProperty(name = "huiyin.profile") String profile) {
        return new InForce(load(profile));
    }

    /** Holder of the values in force, so that they can be replaced at run time. */
    public static class InForce {
        private final PolicyValues values;

        protected InForce() {
            this(new PolicyValues("none", Map.of()));
        }

        InForce(PolicyValues values) {
            this.values = values;
        }

        public PolicyValues values() {
            return values;
        }
    }

    /**
     * Loads one profile with all it inherits.
     *
     * @throws IllegalStateException naming file and key when something is wrong
     */
    public static PolicyValues load(String profile) {
        Map<String, PolicyValues.Entry> values = new HashMap<>();
        List<String> seen = new ArrayList<>();
        String name = profile;
        while (name != null) {
            if (seen.contains(name)) {
                throw new IllegalStateException("profiles " + seen + " inherit from each other");
            }
            seen.add(name);
            name = read(name, values);
        }
        return new PolicyValues(profile, values);
    }

    private static @Nullable String read(String profile, Map<String, PolicyValues.Entry> values) {
        String file = "profiles/" + profile + ".yaml";
        JsonNode root = tree(file);
        root.path("values").properties().forEach(field -> {
            if (!values.containsKey(field.getKey())) {
                values.put(
                        field.getKey(),
                        new PolicyValues.Entry(value(file, field.getKey(), field.getValue()), 1, profile));
            }
        });
        return root.hasNonNull("parent") ? root.get("parent").asText() : null;
    }

    private static JsonNode tree(String file) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no policy profile " + file);
            }
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static PolicyValue value(String file, String key, JsonNode node) {
        try {
            if (node.has("limit")) {
                String kind = node.path("calendar")
                        .asText("elapsed")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
                return new PolicyValue.Limit(
                        Duration.parse(node.get("limit").asText()), PolicyValue.CalendarKind.valueOf(kind));
            }
            if (node.has("names")) {
                List<String> names = new ArrayList<>();
                node.get("names").forEach(name -> names.add(name.asText()));
                return new PolicyValue.Names(names);
            }
            if (node.has("datePattern")) {
                String pattern = node.get("datePattern").asText();
                if (!node.path("digits").isInt()) {
                    throw new IllegalArgumentException("digits must be a whole number");
                }
                return new PolicyValue.NumberPattern(
                        pattern,
                        DateTimeFormatter.ofPattern(pattern, Locale.ROOT),
                        node.get("digits").intValue());
            }
            if (node.has("percent")) {
                String direction = node.path("direction").asText("at-least");
                return new PolicyValue.Target(
                        new BigDecimal(node.get("percent").asText()),
                        PolicyValue.Direction.valueOf(
                                direction.replace('-', '_').toUpperCase(Locale.ROOT)));
            }
            if (node.has("count")) {
                if (!node.get("count").isInt()) {
                    throw new IllegalArgumentException("count must be a whole number");
                }
                return new PolicyValue.Count(node.get("count").intValue());
            }
            if (node.has("choice")) {
                return new PolicyValue.Word(choice(node));
            }
            if (node.has("byName")) {
                Map<String, String> names = new HashMap<>();
                node.get("byName")
                        .properties()
                        .forEach(
                                name -> names.put(name.getKey(), name.getValue().asText()));
                return new PolicyValue.ByName(names);
            }
            if (node.has("tiers")) {
                return tiers(node);
            }
            if (node.has("windows")) {
                return callWindow(node);
            }
            if (node.has("zone")) {
                return new PolicyValue.Word(ZoneId.of(node.get("zone").asText()).getId());
            }
            throw new IllegalArgumentException("has no value of a known type");
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(file + ": " + key + ": not a duration or time: " + e.getParsedString(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException(file + ": " + key + ": " + e.getMessage(), e);
        }
    }

    private static String choice(JsonNode node) {
        List<String> words = new ArrayList<>();
        node.path("of").forEach(word -> words.add(word.asText()));
        String word = node.get("choice").asText();
        if (!words.contains(word)) {
            throw new IllegalArgumentException("choice is none of " + words);
        }
        return word;
    }

    /** From the lowest bound to the highest; only the last has none. */
    private static PolicyValue.Tiers tiers(JsonNode node) {
        List<PolicyValue.Tier> tiers = new ArrayList<>();
        BigDecimal below = BigDecimal.ZERO;
        for (JsonNode tier : node.get("tiers")) {
            BigDecimal upTo =
                    tier.hasNonNull("upTo") ? new BigDecimal(tier.get("upTo").asText()) : null;
            boolean last = tiers.size() == node.get("tiers").size() - 1;
            if (!tier.hasNonNull("role") || last != (upTo == null) || (upTo != null && upTo.compareTo(below) <= 0)) {
                throw new IllegalArgumentException("tiers must each have a role and rising bounds, and the last none");
            }
            below = upTo == null ? below : upTo;
            tiers.add(new PolicyValue.Tier(tier.get("role").asText(), upTo));
        }
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("has no tier");
        }
        return new PolicyValue.Tiers(node.path("currency").asText("CNY"), tiers);
    }

    private static PolicyValue.CallWindow callWindow(JsonNode node) {
        List<PolicyValue.Window> windows = new ArrayList<>();
        for (JsonNode window : node.get("windows")) {
            List<String> ends = DASH.splitAsStream(window.asText()).toList();
            if (ends.size() != 2) {
                throw new IllegalArgumentException("a window is written 09:00-12:00");
            }
            LocalTime from = LocalTime.parse(ends.getFirst());
            LocalTime to = LocalTime.parse(ends.getLast());
            if (from.equals(to)) {
                throw new IllegalArgumentException("a window must not be empty");
            }
            windows.add(new PolicyValue.Window(from, to));
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode day : node.path("days")) {
            days.add(DayOfWeek.valueOf(day.asText().toUpperCase(Locale.ROOT)));
        }
        if (!windows.isEmpty() && days.isEmpty()) {
            throw new IllegalArgumentException("windows need days");
        }
        return new PolicyValue.CallWindow(windows, days);
    }
}
