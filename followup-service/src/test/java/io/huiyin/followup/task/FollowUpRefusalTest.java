package io.huiyin.followup.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowUpRefusalTest {

    @Test
    void problemTypesNeverChange() {
        assertEquals(
                List.of(
                        "follow-up-not-planned",
                        "follow-up-not-open",
                        "follow-up-held-by-another",
                        "follow-up-not-the-holder",
                        "follow-up-lease-expired",
                        "follow-up-above-role",
                        "follow-up-not-yet",
                        "follow-up-outside-call-window",
                        "follow-up-not-reached",
                        "follow-up-not-recorded",
                        "follow-up-already-reviewed",
                        "follow-up-own-record",
                        "follow-up-nothing-left-open"),
                Arrays.stream(FollowUpRefusal.values())
                        .map(FollowUpRefusal::slug)
                        .toList());
    }

    @Test
    void eachIsSaidInBothLanguages() {
        for (FollowUpRefusal refusal : FollowUpRefusal.values()) {
            assertTrue(refusal.english().endsWith("."), refusal.slug());
            assertTrue(refusal.chinese().endsWith("。"), refusal.slug());
            assertFalse(refusal.english().contains("。"), refusal.slug());
        }
    }

    @Test
    void theReadmeListsCommandsEventsPoliciesViewsAndProblems() throws IOException {
        Path service = Path.of(System.getProperty("huiyin.root"), "followup-service");
        String readme = Files.readString(service.resolve("README.md"));
        for (FollowUpRefusal refusal : FollowUpRefusal.values()) {
            assertTrue(readme.contains("`" + refusal.slug() + "`"), refusal.slug());
        }
        for (Class<?> event : FollowUpEvent.class.getPermittedSubclasses()) {
            String name =
                    event.getAnnotation(io.huiyin.kernel.event.EventName.class).value();
            assertTrue(readme.contains("`" + name + "`"), name);
        }
        for (String folder : List.of("policies", "rules")) {
            Path sources = service.resolve("src/main/java/io/huiyin/followup/task/" + folder);
            try (var files = Files.list(sources)) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(name -> !name.equals("package-info"))
                        .forEach(name -> assertTrue(readme.contains("`" + name + "`"), name));
            }
        }
        for (String view : List.of("customers", "follow-up-worklist", "follow-up-chains", "agent-days")) {
            assertTrue(readme.contains("`" + view + "`"), view);
        }
    }
}
