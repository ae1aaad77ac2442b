package io.huiyin.kernel.testing;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for the profiles of every service; each adds its table, and what its values say against each other. */
public abstract class ProfilesSpec {

    private final PolicyTable policies;
    private final String table;

    /**
     * One service's profiles.
     *
     * @param table typed from the rulebook, as {@link PolicyTable} reads it
     */
    protected ProfilesSpec(String service, String table) {
        this.policies = PolicyTable.of(service);
        this.table = table;
    }

    @Test
    @DisplayName("RULEBOOK §9.1: every key of every profile")
    void everyValueIsTheRulebooks() {
        policies.check(table);
    }

    @Test
    void everyValueIsWrittenAndReadAlike() {
        policies.everyValueIsWrittenAndReadAlike();
    }

    @Test
    void noFileIsForgottenAndTheReadmeIsTrue() throws IOException {
        policies.noFileIsForgotten();
        policies.readmeIsTrue();
    }
}
