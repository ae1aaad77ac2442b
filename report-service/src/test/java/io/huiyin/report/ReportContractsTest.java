package io.huiyin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.testing.ContractSpec;
import io.huiyin.report.ReportEvent.ReportCompiled;
import io.huiyin.report.ReportEvent.ReportIssued;
import io.huiyin.report.content.ContentText;
import io.huiyin.report.incoming.complaint.ComplaintFact;
import io.huiyin.report.incoming.followup.FollowUpFact;
import io.huiyin.report.incoming.nonconformity.NonconformityFact;
import io.huiyin.report.kpi.KpiEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReportContractsTest {

    private static final EventNames<ReportEvent> NAMES = EventNames.of(ReportEvent.class);

    private static final EventNames<KpiEvent> KPIS = EventNames.of(KpiEvent.class);

    private static ReportEvent example(String name) throws IOException {
        Path contracts = Path.of(System.getProperty("huiyin.root"), "report-service", "contracts");
        ReportEvent event = NAMES.read(name, 1, Files.readString(contracts.resolve(name + "/v1.example.json")));
        assertNotNull(event);
        return event;
    }

    @Test
    void whatWePublishIsWhatWePromise() {
        ContractSpec contracts = ContractSpec.of("report-service");
        contracts.published(NAMES, ReportEvent.class);
        contracts.published(KPIS, KpiEvent.class);
        Set<String> all = new TreeSet<>(NAMES.all());
        all.addAll(KPIS.all());
        contracts.onlyFolders(all);
    }

    @Test
    void whatTheComplaintServicePublishesReads() throws IOException {
        reads("complaint-service", EventNames.of(ComplaintFact.class));
    }

    @Test
    void whatTheFollowUpServicePublishesReads() throws IOException {
        reads("followup-service", EventNames.of(FollowUpFact.class));
    }

    @Test
    void whatTheNonconformityServicePublishesReads() throws IOException {
        reads("nonconformity-service", EventNames.of(NonconformityFact.class));
    }

    /** Every example that the producer has by now; what it has not yet, {@code IncomingExamplesTest} reads as it was agreed. */
    private static <E> void reads(String producer, EventNames<E> incoming) throws IOException {
        Path contracts = Path.of(System.getProperty("huiyin.root"), producer, "contracts");
        for (String name : incoming.all()) {
            Path example = contracts.resolve(name).resolve("v1.example.json");
            if (Files.exists(example)) {
                assertNotNull(incoming.read(name, 1, Files.readString(example)), name);
            }
        }
    }

    @Test
    void theHashOfAnExampleIsTheHashOfItsContent() throws IOException {
        ReportCompiled compiled = (ReportCompiled) example("report-compiled");
        ReportIssued issued = (ReportIssued) example("report-issued");
        assertEquals(compiled.content().hash(), compiled.contentHash());
        assertEquals(compiled.content(), issued.content());
        assertEquals(compiled.contentHash(), issued.contentHash());
    }

    @Test
    void theContentOfAnExampleSaysNothingThatIsNotRead() throws IOException {
        ReportCompiled compiled = (ReportCompiled) example("report-compiled");
        assertEquals(compiled.content(), ContentText.of(compiled.content().content()));
        assertEquals(compiled.computedFrom(), compiled.content().content().computedFrom());
    }
}
