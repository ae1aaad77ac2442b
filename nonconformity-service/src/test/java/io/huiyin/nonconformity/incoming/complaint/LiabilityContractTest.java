package io.huiyin.nonconformity.incoming.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.testing.ContractSpec;
import io.huiyin.nonconformity.incoming.complaint.LiabilityFact.LiabilityDetermined;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LiabilityContractTest {

    private static final EventNames<LiabilityFact> NAMES = EventNames.of(LiabilityFact.class);

    @Test
    void theExampleOfTheComplaintServiceReads() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of(
                System.getProperty("huiyin.root"),
                "complaint-service",
                "contracts",
                "complaint-liability-determined")));
        ContractSpec.of("complaint-service").consumed(NAMES);
    }

    @Test
    void whatWeRelyOnReads() {
        LiabilityDetermined fact =
                assertInstanceOf(LiabilityDetermined.class, NAMES.read("complaint-liability-determined", 1, """
                {"round":2,"party":"own","cause":"quality","department":"总装车间","reason":"轴承游隙超差","number":"26110001",
                 "customerId":"c-1",
                 "product":{"name":"干燥机","subProduct":"滚筒","model":"DR-40","serialNumber":"SN-1","lot":"L-202610",
                            "orderNumber":"PO-7","quantity":1,"deliveredOn":"2026-10-01"},
                 "category":"product-quality","issue":"noise","severity":"ordinary","description":"运行时有异响",
                 "improvementTracked":true,"nonconformityRequested":true,"note":"附拆检报告"}
                """));
        assertEquals(2, fact.round());
        assertEquals("own", fact.party());
        assertEquals("quality", fact.cause());
        assertEquals("轴承游隙超差", fact.reason());
        assertEquals("26110001", fact.number());
        assertEquals(new LiabilityFact.Product("干燥机", "DR-40", "SN-1", "L-202610", 1), fact.product());
        assertEquals("运行时有异响", fact.description());
        assertEquals(true, fact.nonconformityRequested());
    }
}
