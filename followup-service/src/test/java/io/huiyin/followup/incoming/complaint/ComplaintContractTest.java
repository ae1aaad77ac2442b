package io.huiyin.followup.incoming.complaint;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.huiyin.kernel.event.EventNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each of our copies reads whatever example of it the complaint service publishes. */
class ComplaintContractTest {

    private static final Path CONTRACTS = Path.of(System.getProperty("huiyin.root"), "complaint-service", "contracts");

    @Test
    void customersReadEveryExample() throws IOException {
        reads(EventNames.of(ComplaintFact.class));
    }

    @Test
    void theEndOfHandlingReadsEveryExample() throws IOException {
        reads(EventNames.of(HandlingFact.class));
    }

    @Test
    void reopeningReadsEveryExample() throws IOException {
        reads(EventNames.of(ReopeningFact.class));
    }

    private static <E> void reads(EventNames<E> names) throws IOException {
        for (String name : names.all()) {
            Path folder = CONTRACTS.resolve(name);
            for (Path example : Files.isDirectory(folder) ? examples(folder) : List.<Path>of()) {
                assertNotNull(names.read(name, 1, Files.readString(example)), example::toString);
            }
        }
    }

    private static List<Path> examples(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".example.json")).toList();
        }
    }
}
