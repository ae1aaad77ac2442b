package io.huiyin.report.views.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.report.ReportEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportListTest {

    private static final UUID REPORT = new UUID(0, 7);

    /** The examples of the contracts, in the order they happen. */
    private static ReportListRow after(String... names) throws IOException {
        List<EventEnvelope> events = new ArrayList<>();
        Path contracts = Path.of(System.getProperty("huiyin.root"), "report-service", "contracts");
        for (String name : names) {
            String data = Files.readString(contracts.resolve(name).resolve("v1.example.json"));
            Instant at = Instant.parse("2026-11-21T01:00:00Z");
            events.add(new EventEnvelope(
                    Ids.next(),
                    name,
                    1,
                    "/report-service",
                    "report",
                    REPORT,
                    events.size() + 1,
                    at,
                    at,
                    new ActorName("t", "t", ""),
                    "c",
                    null,
                    null,
                    new Position(1, events.size() + 1L, 1),
                    data));
        }
        ReportListRow row = new ReportListProjection().fold(events).get(REPORT);
        assertNotNull(row);
        return row;
    }

    @Test
    void aReportIsListedAsItStands() throws IOException {
        ReportListRow draft = after("report-compiled");
        assertEquals("draft", draft.status());
        assertEquals("monthly-quality", draft.kind());
        assertEquals(LocalDate.of(2026, 11, 10), draft.dueOn());
        assertEquals("submitted", after("report-compiled", "report-submitted").status());
        assertEquals(
                "draft",
                after("report-compiled", "report-submitted", "report-returned").status());
        ReportListRow issued = after("report-compiled", "report-submitted", "report-approved", "report-issued");
        assertEquals("issued", issued.status());
        assertEquals(4, issued.version());
        assertNotNull(issued.issuedAt());
        assertEquals(draft.dueOn(), issued.dueOn());
        ReportListRow superseded =
                after("report-compiled", "report-submitted", "report-approved", "report-issued", "report-superseded");
        assertEquals("superseded", superseded.status());
        assertNotNull(superseded.supersededBy());
        assertEquals(issued.issuedAt(), superseded.issuedAt());
    }

    @Test
    void everyEventOfAReportIsTaken() {
        ReportListProjection list = new ReportListProjection();
        EventNames.of(ReportEvent.class).all().forEach(name -> assertEquals(true, list.takes(name)));
    }
}
