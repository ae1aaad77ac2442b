package io.huiyin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.policy.PolicyEvent;
import io.huiyin.kernel.testing.ContractSpec;
import io.huiyin.report.ReportEvent.ReportCompiled;
import io.huiyin.report.ReportEvent.ReportIssued;
import io.huiyin.report.action.ImprovementActionEvent;
import io.huiyin.report.content.ContentText;
import io.huiyin.report.incoming.complaint.ComplaintFact;
import io.huiyin.report.incoming.followup.FollowUpFact;
import io.huiyin.report.incoming.nonconformity.NonconformityFact;
import io.huiyin.report.kpi.KpiEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportContractsTest {

    private static final EventNames<ReportEvent> NAMES = EventNames.of(ReportEvent.class);
    private static final EventNames<ImprovementActionEvent> ACTIONS = EventNames.of(ImprovementActionEvent.class);

    private static final EventNames<PolicyEvent> POLICIES = EventNames.of(PolicyEvent.class);
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
        contracts.published(ACTIONS, ImprovementActionEvent.class);
        contracts.published(POLICIES, PolicyEvent.class);
        contracts.onlyFolders(Stream.of(NAMES, KPIS, ACTIONS, POLICIES)
                .flatMap(names -> names.all().stream())
                .collect(Collectors.toSet()));
    }

    @Test
    void whatTheComplaintServicePublishesReads() {
        ContractSpec.of("complaint-service").consumed(EventNames.of(ComplaintFact.class));
    }

    @Test
    void whatTheFollowUpServicePublishesReads() {
        ContractSpec.of("followup-service").consumed(EventNames.of(FollowUpFact.class));
    }

    @Test
    void whatTheNonconformityServicePublishesReads() {
        ContractSpec.of("nonconformity-service").consumed(EventNames.of(NonconformityFact.class));
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
