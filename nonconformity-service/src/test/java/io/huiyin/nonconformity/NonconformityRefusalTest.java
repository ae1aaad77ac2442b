package io.huiyin.nonconformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonconformityRefusalTest {

    @Test
    void problemTypesNeverChange() {
        assertEquals(
                List.of(
                        "nonconformity-ended",
                        "nonconformity-already-segregated",
                        "nonconformity-not-segregated",
                        "nonconformity-already-confirmed",
                        "nonconformity-not-confirmed",
                        "nonconformity-already-in-review",
                        "nonconformity-not-classified",
                        "nonconformity-not-under-review",
                        "nonconformity-not-a-member",
                        "nonconformity-not-reviewed",
                        "nonconformity-disposition-not-enabled",
                        "nonconformity-concession-not-allowed",
                        "nonconformity-quantity-not-known",
                        "nonconformity-quantity-exceeded",
                        "nonconformity-nothing-proposed",
                        "nonconformity-level-too-low",
                        "nonconformity-not-approved",
                        "nonconformity-executed-by-reviewer",
                        "nonconformity-not-in-reinspection",
                        "nonconformity-needs-reinspection",
                        "nonconformity-not-executed",
                        "nonconformity-not-the-verifier",
                        "nonconformity-verified-by-executor",
                        "nonconformity-not-verified",
                        "nonconformity-not-the-inspector"),
                Arrays.stream(NonconformityRefusal.values())
                        .map(NonconformityRefusal::slug)
                        .toList());
    }

    @Test
    void eachIsSaidInBothLanguages() {
        for (NonconformityRefusal refusal : NonconformityRefusal.values()) {
            assertTrue(refusal.english().endsWith("."), refusal.slug());
            assertTrue(refusal.chinese().endsWith("。"), refusal.slug());
            assertFalse(refusal.english().contains("。"), refusal.slug());
        }
    }

    /** Every refusal has a test of the decider, and stands in the README. */
    @Test
    void eachIsTestedAndListed() throws IOException {
        Path service = Path.of(System.getProperty("huiyin.root"), "nonconformity-service");
        Path tests = service.resolve("src/test/java/io/huiyin/nonconformity");
        String specs = Files.readString(tests.resolve("SegregatingTest.java"))
                + Files.readString(tests.resolve("ReviewingTest.java"))
                + Files.readString(tests.resolve("ControllingTest.java"));
        String readme = Files.readString(service.resolve("README.md"));
        for (NonconformityRefusal refusal : NonconformityRefusal.values()) {
            assertTrue(specs.contains("thenRefused(NonconformityRefusal." + refusal.name() + ")"), refusal.name());
            assertTrue(readme.contains("`" + refusal.slug() + "`"), refusal.slug());
        }
    }
}
