package io.huiyin.kernel.notes;

import io.huiyin.kernel.testing.EmbeddedStack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The settings of the test application: here, not in a file that a service's tests could find beside their own. */
public class NotesProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.application.name", "note-service",
                "huiyin.database", "huiyin_report",
                "huiyin.topic", Notes.TOPIC,
                "huiyin.profile", "NOTES",
                "quarkus.flyway.locations", "db/kernel,db/notes");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(EmbeddedStack.class));
    }
}
