package io.huiyin.report;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.report.Report.Sheet;
import io.huiyin.report.ReportEvent.ReportApproved;
import io.huiyin.report.ReportEvent.ReportCompiled;
import io.huiyin.report.ReportEvent.ReportSubmitted;
import io.huiyin.report.content.Compilation;
import io.huiyin.report.content.ContentText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tests of reports start from. */
public final class ReportExamples {

    public static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
    public static final PolicyValues POLICIES = PolicyProfiles.load("GENERAL");
    static final Person QUALITY = new Person("quality", "quality");
    static final Person DIRECTOR = new Person("director", "director");
    static final Map<String, String> CUT_OFF = Map.of("complaint-events-0", "1.1001.1001");
    static final ContentText CONTENT = new ContentText("{\"total\":3}");
    static final ReportDue DUE =
            new ReportDue(LocalDate.of(2026, 11, 10), new PolicyRef("rpt.day.month", 1, "GENERAL"), 1);
    static final Inputs INPUTS = Inputs.of(0, 0, true);

    private ReportExamples() {}

    /** Six sections, each either filled or marked. */
    static List<SectionMark> sections() {
        return Arrays.stream(SectionKey.values())
                .map(key -> new SectionMark(key.wire(), key != SectionKey.COMPLAINTS, key == SectionKey.COMPLAINTS))
                .toList();
    }

    static Compilation compilation() {
        return new Compilation(sections(), INPUTS, CUT_OFF, CONTENT.hash(), CONTENT);
    }

    static ReportCompiled compiled() {
        return compiled(sections());
    }

    static ReportCompiled compiled(List<SectionMark> sections) {
        return new ReportCompiled(
                "monthly-quality",
                "2026-10",
                "Asia/Shanghai",
                1,
                NOW,
                QUALITY,
                DUE,
                sections,
                INPUTS,
                CUT_OFF,
                CONTENT.hash(),
                CONTENT);
    }

    static ReportSubmitted submitted() {
        return new ReportSubmitted(NOW, QUALITY, "请审批");
    }

    static ReportApproved approved() {
        return new ReportApproved(NOW, DIRECTOR, "同意");
    }

    static Sheet sheet(List<SectionMark> sections) {
        return ((Report.Compiled) new ReportDecider().evolve(new Report.NotCompiled(), compiled(sections))).sheet();
    }

    /** An event about something, as it stands in the log. */
    public static EventEnvelope about(UUID subject, String name, int sequence, Instant recordedAt) {
        return new EventEnvelope(
                Ids.next(),
                name,
                1,
                "/test",
                "test",
                subject,
                sequence,
                recordedAt,
                recordedAt,
                new ActorName("test", "test", ""),
                "test",
                null,
                null,
                new Position(1, sequence, sequence),
                "{}");
    }

    /** The same with what it says. */
    public static EventEnvelope about(UUID subject, String name, int sequence, Instant recordedAt, String data) {
        EventEnvelope about = about(subject, name, sequence, recordedAt);
        return new EventEnvelope(
                about.id(),
                name,
                1,
                about.source(),
                about.aggregate(),
                subject,
                sequence,
                recordedAt,
                recordedAt,
                about.actor(),
                about.correlationId(),
                null,
                null,
                about.position(),
                data);
    }
}
