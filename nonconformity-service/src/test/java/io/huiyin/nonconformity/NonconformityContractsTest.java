package io.huiyin.nonconformity;

import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.testing.ContractSpec;
import org.junit.jupiter.api.Test;

class NonconformityContractsTest {

    private static final ContractSpec CONTRACTS = ContractSpec.of("nonconformity-service");
    private static final EventNames<NonconformityEvent> NAMES = EventNames.of(NonconformityEvent.class);

    @Test
    void whatHappensToNonconformitiesIsPublished() {
        CONTRACTS.published(NAMES, NonconformityEvent.class);
    }

    @Test
    void nothingElseIs() {
        CONTRACTS.onlyFolders(NAMES.all());
    }
}
