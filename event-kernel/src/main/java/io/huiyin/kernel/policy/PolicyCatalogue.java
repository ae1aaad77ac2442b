package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huiyin.kernel.decide.FieldFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a service ships about policies: {@code profiles/keys.yaml} declares its keys, {@code profiles/profiles.yaml} names the
 * profiles with their parents, and {@code profiles/<NAME>.yaml} gives the values of one; a profile without values of its own has no
 * such file. What is wrong stops the start with file, line and key.
 *
 * <pre>
 * values:
 *   cmp.sla.firstReply: { limit: PT24H, calendar: elapsed, source: house }
 * </pre>
 */
public final class PolicyCatalogue {

    private static final String FOLDER = "profiles/";
    private static final String KEYS = FOLDER + "keys.yaml";
    private static final String PROFILES = FOLDER + "profiles.yaml";

    private final Files files;
    private final Map<String, PolicyKey> keys;
    private final Map<String, Optional<String>> parents;

    private PolicyCatalogue(Files files, Map<String, PolicyKey> keys, Map<String, Optional<String>> parents) {
        this.files = files;
        this.keys = Collections.unmodifiableMap(keys);
        this.parents = Collections.unmodifiableMap(parents);
    }

    /** Where the files come from. */
    @FunctionalInterface
    public interface Files {

        /** The text of a file; null when there is none. */
        @Nullable
        String text(String file);

        /** Those of the class path. */
        static Files of(ClassLoader loader) {
            return file -> {
                try (InputStream in = loader.getResourceAsStream(file)) {
                    return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        }
    }

    /**
     * Reads keys and names; values are read when they are asked for.
     *
     * @throws IllegalStateException naming file, line and key when something is wrong
     */
    public static PolicyCatalogue read(Files files) {
        return new PolicyCatalogue(files, keys(yaml(files, KEYS)), parents(yaml(files, PROFILES)));
    }

    /** Every key the service knows, in the order of the file. */
    public Map<String, PolicyKey> keys() {
        return keys;
    }

    public Optional<PolicyKey> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** Every profile's name, in the order of the file. */
    public List<String> profiles() {
        return List.copyOf(parents.keySet());
    }

    /**
     * The values of a profile with all it inherits.
     *
     * @throws IllegalStateException naming file, line and key when something is wrong
     */
    public PolicyValues values(String profile) {
        Map<String, PolicyValues.Entry> values = new LinkedHashMap<>();
        for (String name : lineage(profile)) {
            own(name).forEach(values::putIfAbsent);
        }
        for (String key : keys.keySet()) {
            if (!values.containsKey(key)) {
                throw new IllegalStateException(
                        file(lineage(profile).getLast()) + ": " + key + " must have a value, for nobody else gives it");
            }
        }
        return new PolicyValues(profile, values);
    }

    /** A profile and all it inherits from, itself first. */
    private List<String> lineage(String profile) {
        List<String> names = new ArrayList<>();
        Optional<String> next = Optional.of(profile);
        while (next.isPresent()) {
            String name = next.get();
            if (!parents.containsKey(name)) {
                throw new IllegalStateException(
                        "there is no policy profile " + name + "; there are " + String.join(", ", profiles()));
            }
            if (names.contains(name)) {
                throw new IllegalStateException(PROFILES + ": " + names + " inherit from each other");
            }
            names.add(name);
            next = parents.getOrDefault(name, Optional.empty());
        }
        return names;
    }

    /** The values a profile gives itself. */
    private Map<String, PolicyValues.Entry> own(String profile) {
        String text = files.text(file(profile));
        if (text == null) {
            return Map.of();
        }
        YamlText yaml = YamlText.parse(file(profile), text);
        List<FieldFault> faults = new ArrayList<>();
        Located root = new Located(yaml.root(), "", faults);
        root.hasOnly("values");
        root.at("values");
        Map<String, PolicyValues.Entry> values = new LinkedHashMap<>();
        yaml.root().path("values").properties().forEach(field -> {
            PolicyValues.Entry entry = entry(profile, field.getKey(), field.getValue(), faults);
            if (entry != null) {
                values.put(field.getKey(), entry);
            }
        });
        if (!faults.isEmpty()) {
            throw yaml.broken(faults);
        }
        return values;
    }

    private PolicyValues.@Nullable Entry entry(String profile, String name, JsonNode node, List<FieldFault> faults) {
        String pointer = "/values/" + name;
        PolicyKey key = keys.get(name);
        if (key == null) {
            faults.add(new FieldFault(pointer, "is not declared in " + KEYS));
            return null;
        }
        Located at = new Located(node, pointer, faults);
        if (!(node instanceof ObjectNode fields)) {
            at.fault("must be an object");
            return null;
        }
        String source = at.at("source").text();
        PolicyValue value = key.read(fields.deepCopy().without("source"), pointer, faults);
        return value == null ? null : new PolicyValues.Entry(value, 1, profile, source);
    }

    private static String file(String profile) {
        return FOLDER + profile + ".yaml";
    }

    private static YamlText yaml(Files files, String file) {
        String text = files.text(file);
        if (text == null) {
            throw new IllegalStateException("there is no " + file);
        }
        return YamlText.parse(file, text);
    }

    private static Map<String, PolicyKey> keys(YamlText yaml) {
        List<FieldFault> faults = new ArrayList<>();
        Map<String, PolicyKey> keys = new LinkedHashMap<>();
        new Located(yaml.root(), "", faults).map(at -> at).forEach((name, at) -> {
            at.hasOnly("type", "optional", "known", "rules", "meaning", "owner");
            Located meaning = at.at("meaning");
            meaning.hasOnly("zh", "en");
            keys.put(
                    name,
                    new PolicyKey(
                            name,
                            at.at("type").word(PolicyType.values()),
                            at.has("optional") && at.at("optional").flag(),
                            at.has("known") ? at.at("known").list(Located::text) : List.of(),
                            at.at("rules").list(Located::text),
                            new PolicyKey.Meaning(
                                    meaning.at("zh").text(), meaning.at("en").text()),
                            at.has("owner") ? at.at("owner").text() : null));
        });
        if (!faults.isEmpty()) {
            throw yaml.broken(faults);
        }
        return keys;
    }

    private static Map<String, Optional<String>> parents(YamlText yaml) {
        List<FieldFault> faults = new ArrayList<>();
        Map<String, Optional<String>> parents = new LinkedHashMap<>();
        Located root = new Located(yaml.root(), "", faults);
        root.map(at -> at).forEach((name, at) -> {
            String parent = yaml.root().path(name).isNull() ? null : at.text();
            if (parent != null && !yaml.root().has(parent)) {
                at.fault("inherits from " + parent + ", which is no profile");
            }
            parents.put(name, Optional.ofNullable(parent));
        });
        if (!faults.isEmpty()) {
            throw yaml.broken(faults);
        }
        return parents;
    }
}
