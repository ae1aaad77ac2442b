package io.huiyin.followup.task;

import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.testing.ContractSpec;
import org.junit.jupiter.api.Test;

class FollowUpContractsTest {

    private static final ContractSpec CONTRACTS = ContractSpec.of("followup-service");
    private static final EventNames<FollowUpEvent> FOLLOW_UPS = EventNames.of(FollowUpEvent.class);

    @Test
    void whatHappensToFollowUpsIsPublished() {
        CONTRACTS.published(FOLLOW_UPS, FollowUpEvent.class);
    }

    @Test
    void nothingElseIs() {
        CONTRACTS.onlyFolders(FOLLOW_UPS.all());
    }
}
