package io.huiyin.followup.incoming.complaint;

import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.policy.PolicyFact;
import io.huiyin.kernel.testing.ContractSpec;
import io.huiyin.kernel.testing.PolicyTable;
import org.junit.jupiter.api.Test;

class ComplaintContractTest {

    private static final ContractSpec CONTRACTS = ContractSpec.of("complaint-service");

    @Test
    void customersReadEveryExample() {
        CONTRACTS.consumed(EventNames.of(ComplaintFact.class));
    }

    @Test
    void theEndOfHandlingReadsEveryExample() {
        CONTRACTS.consumed(EventNames.of(HandlingFact.class));
    }

    @Test
    void theCalendarReadsEveryExample() {
        CONTRACTS.consumed(EventNames.of(PolicyFact.class));
    }

    @Test
    void theCalendarOfTheExampleCanBeFollowed() {
        CONTRACTS.followed(
                PolicyTable.catalogue("followup-service").key(Calendars.KEY).orElseThrow());
    }

    @Test
    void reopeningReadsEveryExample() {
        CONTRACTS.consumed(EventNames.of(ReopeningFact.class));
    }
}
