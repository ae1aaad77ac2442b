package io.huiyin.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.EventNames;
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
                reads(names, name, newest);
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

    /** Checks that a consumer's records read the producer's newest examples. */
    public <E> void consumed(EventNames<E> incoming) {
        for (String name : incoming.all()) {
            Path folder = contracts.resolve(name);
            assertTrue(Files.isDirectory(folder), "the producer publishes no " + name);
            reads(incoming, name, 1);
        }
    }

    private <E> void reads(EventNames<E> names, String name, int version) {
        String example = read(contracts.resolve(name).resolve("v" + version + ".example.json"));
        assertNotNull(names.read(name, version, example), name + " v" + version + " does not read");
    }

    /** The newest example, read and written again, is the same document, and satisfies the closed schema. */
    private <E> void roundTrip(EventNames<E> names, String name, int version) {
        Path folder = contracts.resolve(name);
        String example = read(folder.resolve("v" + version + ".example.json"));
        E event = names.read(name, version, example);
        assertNotNull(event);
        assertEquals(version, names.versionOf(event), name + " is written in its newest version");
        JsonNode written = tree(EventJson.write(event));
        assertEquals(tree(example), written, name + " loses or adds fields");
        String closed = read(folder.resolve("v" + version + ".schema.json"));
        assertEquals(false, tree(closed).path("additionalProperties").asBoolean(true), name + " has an open schema");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(closed);
        assertEquals(List.of(), schema.validate(written), name);
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
