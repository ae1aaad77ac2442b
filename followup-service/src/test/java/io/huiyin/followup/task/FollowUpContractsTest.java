package io.huiyin.followup.task;

import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.policy.PolicyEvent;
import io.huiyin.kernel.testing.ContractSpec;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowUpContractsTest {

    private static final ContractSpec CONTRACTS = ContractSpec.of("followup-service");
    private static final EventNames<PolicyEvent> POLICIES = EventNames.of(PolicyEvent.class);
    private static final EventNames<FollowUpEvent> FOLLOW_UPS = EventNames.of(FollowUpEvent.class);

    @Test
    void whatHappensToFollowUpsIsPublished() {
        CONTRACTS.published(FOLLOW_UPS, FollowUpEvent.class);
    }

    @Test
    void whatHappensToPoliciesIsPublished() {
        CONTRACTS.published(POLICIES, PolicyEvent.class);
    }

    @Test
    void nothingElseIs() {
        Set<String> published = new HashSet<>(FOLLOW_UPS.all());
        published.addAll(POLICIES.all());
        CONTRACTS.onlyFolders(published);
    }
}
