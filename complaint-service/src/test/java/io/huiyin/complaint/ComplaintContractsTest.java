package io.huiyin.complaint;

import io.huiyin.complaint.imports.ImportEvent;
import io.huiyin.complaint.notifications.NotificationEvent;
import io.huiyin.complaint.numbers.NumberEvent;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.policy.PolicyEvent;
import io.huiyin.kernel.testing.ContractSpec;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComplaintContractsTest {

    private static final ContractSpec CONTRACTS = ContractSpec.of("complaint-service");

    private static final EventNames<ComplaintEvent> COMPLAINTS = EventNames.of(ComplaintEvent.class);
    private static final EventNames<ImportEvent> IMPORTS = EventNames.of(ImportEvent.class);
    private static final EventNames<PolicyEvent> POLICIES = EventNames.of(PolicyEvent.class);
    private static final EventNames<NotificationEvent> NOTIFICATIONS = EventNames.of(NotificationEvent.class);
    private static final EventNames<NumberEvent> NUMBERS = EventNames.of(NumberEvent.class);

    @Test
    void whatHappensToComplaintsIsPublished() {
        CONTRACTS.published(COMPLAINTS, ComplaintEvent.class);
    }

    @Test
    void whatHappensToImportsIsPublished() {
        CONTRACTS.published(IMPORTS, ImportEvent.class);
    }

    @Test
    void whatHappensToNumbersIsPublished() {
        CONTRACTS.published(NUMBERS, NumberEvent.class);
    }

    @Test
    void whatHappensToNotificationsIsPublished() {
        CONTRACTS.published(NOTIFICATIONS, NotificationEvent.class);
    }

    @Test
    void whatHappensToPoliciesIsPublished() {
        CONTRACTS.published(POLICIES, PolicyEvent.class);
    }

    @Test
    void nothingElseIs() {
        Set<String> published = new HashSet<>(COMPLAINTS.all());
        published.addAll(IMPORTS.all());
        published.addAll(NUMBERS.all());
        published.addAll(NOTIFICATIONS.all());
        published.addAll(POLICIES.all());
        CONTRACTS.onlyFolders(published);
    }
}
