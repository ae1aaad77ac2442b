package io.huiyin.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.policy.PolicyCatalogue;
import io.huiyin.kernel.policy.PolicyKey;
import io.huiyin.kernel.policy.PolicyValueJson;
import io.huiyin.kernel.policy.PolicyValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a service's profiles to a table that was typed from the rulebook. A key stands alone on its line, below it, indented, what
 * profiles say of it:
 *
 * <pre>
 * cmp.sla.firstReply
 *   GENERAL: 24 h
 *   EQUIPMENT: 1 h
 * </pre>
 *
 * What is not in the table a profile must inherit, and from nobody else than the table's families say.
 */
public final class PolicyTable {

    /** A parent and its children on each line; RULEBOOK §0 and §11 no. 29. */
    private static final String FAMILIES = """
            FACTORY: FACTORY-TQM
            SERVICE-DESK: CALLCENTRE
            TECH: SOFTWARE, B2B-SALES
            CONSTRUCTION: BOILER, TESTING
            HOSPITAL: PHARMACY
            GENERAL: GENERAL-AFTER-SALES, FACTORY, MACHINERY, MANUFACTURER, INSTRUMENT, EQUIPMENT, OEM, FOUNDRY, BIOTECH
            GENERAL: FEED, AGRI, AUTO, SERVICE-DESK, TECH, RETAIL, PROPERTY, DECORATION, CONSTRUCTION, HOSPITAL, REALESTATE
            GENERAL: TRAVEL, INSTITUTION, GROUP
            """;

    private static final String ROOT = "GENERAL";

    private final String service;
    private final PolicyCatalogue catalogue;

    private PolicyTable(String service) {
        this.service = service;
        this.catalogue = PolicyTable.catalogue(service);
    }

    public static PolicyTable of(String service) {
        return new PolicyTable(service);
    }

    /** What any service of this repository ships. */
    public static PolicyCatalogue catalogue(String service) {
        Path resources = module(service).resolve("src/main/resources");
        return PolicyCatalogue.read(file -> text(resources.resolve(file)));
    }

    private static Path module(String service) {
        return Path.of(System.getProperty("huiyin.root"), service);
    }

    private static @Nullable String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares every key of every profile. */
    public void check(String table) {
        Map<String, String> parents = parents(FAMILIES);
        Map<String, Map<String, String>> expected = rows(table);
        assertEquals(new TreeSet<>(parents.keySet()), new TreeSet<>(catalogue.profiles()), "profiles");
        assertEquals(
                new TreeSet<>(expected.keySet()), new TreeSet<>(catalogue.keys().keySet()), "keys");
        List<String> differences = new ArrayList<>();
        for (String profile : catalogue.profiles()) {
            PolicyValues values = catalogue.values(profile);
            expected.forEach((key, row) -> {
                String giver = giver(profile, row, parents, key);
                String want = key + " of " + profile + ": " + row.get(giver) + ", by " + giver;
                PolicyValues.Entry entry = values.entry(key);
                String have =
                        key + " of " + profile + ": " + PolicyNotation.of(entry.value()) + ", by " + entry.profile();
                if (!want.equals(have)) {
                    differences.add(want + "\n  but is " + have);
                }
            });
        }
        assertTrue(differences.isEmpty(), () -> "\n" + String.join("\n", differences));
    }

    /** Every value survives being written as JSON and read again under its key. */
    public void everyValueIsWrittenAndReadAlike() {
        for (String profile : catalogue.profiles()) {
            catalogue.values(profile).values().forEach((name, entry) -> {
                PolicyKey key = catalogue.key(name).orElseThrow();
                assertEquals(entry.value(), key.read(PolicyValueJson.write(entry.value())), name + " of " + profile);
            });
        }
    }

    /** No file lies about that no profile reads, and the list of profiles is the same in all services. */
    public void noFileIsForgotten() throws IOException {
        Path folder = module(service).resolve("src/main/resources/profiles");
        Set<String> known = new TreeSet<>(List.of("keys.yaml", "profiles.yaml"));
        catalogue.profiles().forEach(profile -> known.add(profile + ".yaml"));
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> there =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            there.removeAll(known);
            assertEquals(Set.of(), there);
        }
        Path other = module("complaint-service").resolve("src/main/resources/profiles/profiles.yaml");
        assertEquals(Files.readString(other), Files.readString(folder.resolve("profiles.yaml")));
    }

    /** The README says what each key means and what GENERAL says of it. */
    public void readmeIsTrue() throws IOException {
        String readme = Files.readString(module(service).resolve("README.md"));
        PolicyValues general = catalogue.values(ROOT);
        String rows = catalogue.keys().values().stream()
                .map(key -> "| `" + key.key() + "` | " + key.meaning().en() + " | "
                        + PolicyNotation.of(general.entry(key.key()).value()) + " |")
                .collect(Collectors.joining("\n"));
        assertTrue(readme.contains(rows), () -> "the README should say\n" + rows);
    }

    private static String giver(String profile, Map<String, String> row, Map<String, String> parents, String key) {
        String giver = profile;
        while (!row.containsKey(giver)) {
            String parent = parents.getOrDefault(giver, "");
            assertTrue(!parent.isEmpty(), key + " has no value for GENERAL in the table");
            giver = parent;
        }
        return giver;
    }

    private static Map<String, String> parents(String families) {
        Map<String, String> parents = new HashMap<>(Map.of(ROOT, ""));
        families.lines().forEach(line -> {
            String[] family = line.split(":", 2);
            split(family[1]).forEach(child -> parents.put(child, family[0].strip()));
        });
        return parents;
    }

    private static Map<String, Map<String, String>> rows(String table) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Map<String, String> row = new HashMap<>();
        for (String line : table.lines().filter(each -> !each.isBlank()).toList()) {
            if (!line.startsWith(" ")) {
                row = new HashMap<>();
                assertTrue(rows.put(line.strip(), row) == null, line + " stands twice in the table");
            } else {
                String[] said = line.split(":", 2);
                for (String profile : split(said[0])) {
                    assertTrue(row.put(profile, said[1].strip()) == null, line + " says it twice");
                }
            }
        }
        return rows;
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }
}
