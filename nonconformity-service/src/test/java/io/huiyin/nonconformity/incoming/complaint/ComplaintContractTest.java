package io.huiyin.nonconformity.incoming.complaint;

import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.testing.ContractSpec;
import org.junit.jupiter.api.Test;

class ComplaintContractTest {

    @Test
    void everyExampleOfTheComplaintServiceReads() {
        ContractSpec.of("complaint-service").consumed(EventNames.of(ComplaintFact.class));
    }
}
