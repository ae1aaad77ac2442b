package io.huiyin.followup.task;

import io.huiyin.kernel.testing.EmbeddedStack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** A stack of its own: claiming takes whatever is due, also what other tests have left. */
public class FollowUpProfile implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(EmbeddedStack.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
