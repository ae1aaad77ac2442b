package io.huiyin.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.policy.PolicyChanges;
import io.huiyin.kernel.policy.PolicyFact;
import io.huiyin.kernel.policy.PolicyFact.ValueChanged;
import io.huiyin.kernel.policy.PolicyKey;
import io.huiyin.kernel.policy.PolicyValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Producer: every event has a closed schema and examples that still read. Consumer: every foreign example reads. */
public final class ContractSpec {

    private final Path contracts;

    private ContractSpec(Path contracts) {
        this.contracts = contracts;
    }

    /** The contracts of a service. */
    public static ContractSpec of(String service) {
        return new ContractSpec(Path.of(System.getProperty("huiyin.root"), service, "contracts"));
    }

    /** Checks one family of events that the service publishes; the folders of other families are left alone. */
    public <E> void published(EventNames<E> names, Class<? extends E> sealed) {
        for (String name : names.all()) {
            Path folder = contracts.resolve(name);
            assertTrue(Files.isDirectory(folder), "no contract for " + name);
            int newest = 0;
            while (Files.exists(folder.resolve("v" + (newest + 1) + ".example.json"))) {
                newest++;
                read(names, name, newest);
            }
            assertTrue(newest > 0, name + " has no example");
            String history = read(folder.resolve("README.md"));
            for (int version = 1; version <= newest; version++) {
                assertTrue(history.contains("* v" + version + ":"), name + " has no history line for v" + version);
            }
            roundTrip(names, name, newest);
        }
    }

    /** Every folder belongs to an event. */
    public void onlyFolders(Set<String> published) {
        try (Stream<Path> folders = Files.list(contracts)) {
            Set<String> found = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(new TreeSet<>(published), found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that a consumer's records read the producer's examples. */
    public <E> void consumed(EventNames<E> incoming) {
        for (String name : incoming.all()) {
            Path folder = contracts.resolve(name);
            assertTrue(Files.isDirectory(folder), "the producer publishes no " + name);
            read(incoming, name, 1);
        }
    }

    /** Checks that a key which follows the producer's takes the values of its examples, one at least, and writes them alike. */
    public void followed(PolicyKey key) {
        List<ValueChanged> changes = read(EventNames.of(PolicyFact.class), "policy-value-changed", 1).stream()
                .map(ValueChanged.class::cast)
                .filter(change -> change.key().equals(key.key()))
                .toList();
        assertFalse(changes.isEmpty(), "no example changes " + key.key());
        for (ValueChanged change : changes) {
            assertTrue(change.version() > PolicyChanges.OF_PROFILE, key.key() + " has no version");
            assertEquals(change.value(), PolicyValueJson.write(key.read(change.value())), key.key());
        }
    }

    private <E> List<E> read(EventNames<E> names, String name, int version) {
        List<E> events = examples(name, version)
                .map(example -> {
                    E event = names.read(name, version, read(example));
                    assertNotNull(event, example + " does not read");
                    return event;
                })
                .toList();
        assertFalse(events.isEmpty(), name + " has no example of v" + version);
        return events;
    }

    /** {@code v1.example.json}, and beside it such as {@code v1.calendar.example.json}. */
    private Stream<Path> examples(String name, int version) {
        try (Stream<Path> files = Files.list(contracts.resolve(name))) {
            return files
                    .filter(file ->
                            file.getFileName().toString().matches("v" + version + "(\\.\\w+)?\\.example\\.json"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest examples, read and written again, are the same documents, and satisfy the closed schema. */
    private <E> void roundTrip(EventNames<E> names, String name, int version) {
        String closed = read(contracts.resolve(name).resolve("v" + version + ".schema.json"));
        assertEquals(false, tree(closed).path("additionalProperties").asBoolean(true), name + " has an open schema");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(closed);
        examples(name, version).map(ContractSpec::read).forEach(example -> {
            E event = names.read(name, version, example);
            assertNotNull(event);
            assertEquals(version, names.versionOf(event), name + " is written in its newest version");
            JsonNode written = tree(EventJson.write(event));
            assertEquals(tree(example), written, name + " loses or adds fields");
            assertEquals(List.of(), schema.validate(written), name);
        });
    }

    private static JsonNode tree(String json) {
        try {
            return EventJson.tolerant().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
