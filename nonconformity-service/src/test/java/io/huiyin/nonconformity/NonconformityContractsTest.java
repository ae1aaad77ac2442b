package io.huiyin.nonconformity;

import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.policy.PolicyEvent;
import io.huiyin.kernel.testing.ContractSpec;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NonconformityContractsTest {

    private static final ContractSpec CONTRACTS = ContractSpec.of("nonconformity-service");
    private static final EventNames<PolicyEvent> POLICIES = EventNames.of(PolicyEvent.class);
    private static final EventNames<NonconformityEvent> NAMES = EventNames.of(NonconformityEvent.class);

    @Test
    void whatHappensToNonconformitiesIsPublished() {
        CONTRACTS.published(NAMES, NonconformityEvent.class);
    }

    @Test
    void whatHappensToPoliciesIsPublished() {
        CONTRACTS.published(POLICIES, PolicyEvent.class);
    }

    @Test
    void nothingElseIs() {
        Set<String> published = new HashSet<>(NAMES.all());
        published.addAll(POLICIES.all());
        CONTRACTS.onlyFolders(published);
    }
}
