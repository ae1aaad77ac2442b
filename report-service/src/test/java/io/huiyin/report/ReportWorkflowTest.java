package io.huiyin.report;

import static io.huiyin.report.ReportExamples.CONTENT;
import static io.huiyin.report.ReportExamples.DIRECTOR;
import static io.huiyin.report.ReportExamples.NOW;
import static io.huiyin.report.ReportExamples.POLICIES;
import static io.huiyin.report.ReportExamples.QUALITY;
import static io.huiyin.report.ReportExamples.approved;
import static io.huiyin.report.ReportExamples.compilation;
import static io.huiyin.report.ReportExamples.compiled;
import static io.huiyin.report.ReportExamples.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.testing.DeciderSpec;
import io.huiyin.report.ReportCommand.ApproveReport;
import io.huiyin.report.ReportCommand.CompileReport;
import io.huiyin.report.ReportCommand.IssueReport;
import io.huiyin.report.ReportCommand.ReturnReport;
import io.huiyin.report.ReportCommand.SubmitReport;
import io.huiyin.report.ReportCommand.Successor;
import io.huiyin.report.ReportCommand.SupersedeReport;
import io.huiyin.report.ReportEvent.ReportApproved;
import io.huiyin.report.ReportEvent.ReportCompiled;
import io.huiyin.report.ReportEvent.ReportIssued;
import io.huiyin.report.ReportEvent.ReportReturned;
import io.huiyin.report.ReportEvent.ReportSubmitted;
import io.huiyin.report.ReportEvent.ReportSuperseded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportWorkflowTest {

    private static final Actor PERSON_OF_QUALITY = new Actor("quality", "quality", Set.of("quality"), null, null, null);
    private static final Actor FACTORY_DIRECTOR =
            new Actor("director", "director", Set.of("factory-director"), null, null, null);

    private final DeciderSpec<ReportCommand, Report, ReportEvent> report =
            DeciderSpec.of(new ReportDecider(), POLICIES);

    private static ReportIssued issued() {
        ReportCompiled from = compiled();
        return new ReportIssued(
                from.kind(),
                from.period(),
                from.zone(),
                from.edition(),
                from.compiledAt(),
                from.compiledBy(),
                NOW,
                DIRECTOR,
                NOW,
                QUALITY,
                List.of("生产一部"),
                null,
                from.inputs(),
                from.computedFrom(),
                from.contentHash(),
                from.content());
    }

    @Test
    void aCompilationKeepsAllItsFigures() {
        report.given()
                .at(NOW)
                .by(PERSON_OF_QUALITY)
                .when(new CompileReport("monthly-quality", "2026-10", "Asia/Shanghai", 1, null, compilation()))
                .then(compiled());
    }

    @Test
    @DisplayName("X-24: a later edition keeps the day by which the first one is due")
    void aLaterEditionKeepsTheDay() {
        ReportDue promised = new ReportDue(LocalDate.of(2026, 11, 5), new PolicyRef("rpt.day.month", 7, "GENERAL"), 3);
        report.given()
                .when(new CompileReport("monthly-quality", "2026-10", "Asia/Shanghai", 2, promised, compilation()))
                .thenEvents(events -> assertEquals(promised, ((ReportCompiled) events.getFirst()).due()));
    }

    @Test
    @DisplayName("RPT-01: a monthly report needs a month that exists")
    void aReportNeedsAMonthThatExists() {
        report.given()
                .when(new CompileReport("monthly-quality", "2026-13", "Asia/Shanghai", 1, null, compilation()))
                .thenInvalid("/period");
    }

    @Test
    @DisplayName("RPT-01: only kinds that there are")
    void aReportNeedsAKindThatThereIs() {
        report.given()
                .when(new CompileReport("weekly", "2026-10", "Asia/Shanghai", 1, null, compilation()))
                .thenInvalid("/kind");
    }

    @Test
    @DisplayName("RPT-24: a report is compiled once")
    void aReportIsCompiledOnce() {
        report.given(compiled())
                .when(new CompileReport("monthly-quality", "2026-10", "Asia/Shanghai", 2, null, compilation()))
                .thenRefused(ReportRefusal.ALREADY_COMPILED);
    }

    @Test
    @DisplayName("RPT-23: draft, submitted, approved, issued, superseded")
    void goesItsWay() {
        report.given(compiled())
                .at(NOW)
                .by(PERSON_OF_QUALITY)
                .when(new SubmitReport("请审批"))
                .then(new ReportSubmitted(NOW, QUALITY, "请审批"));
        report.given(compiled(), submitted())
                .at(NOW)
                .by(FACTORY_DIRECTOR)
                .when(new ApproveReport("同意"))
                .then(new ReportApproved(NOW, DIRECTOR, "同意"));
        report.given(compiled(), submitted(), approved())
                .at(NOW)
                .by(PERSON_OF_QUALITY)
                .when(new IssueReport(List.of("生产一部"), null))
                .then(issued());
        report.given(compiled(), submitted(), approved(), issued())
                .at(NOW)
                .by(PERSON_OF_QUALITY)
                .when(new SupersedeReport("数据更正", null))
                .then(new ReportSuperseded(NOW, QUALITY, "数据更正", null));
    }

    @Test
    @DisplayName("RPT-01: the role that the profile names approves it and gives it back, nobody else")
    void theProfileSaysWhoApproves() {
        Actor leader = new Actor("leader", "leader", Set.of("leader"), null, null, null);
        DeciderSpec<ReportCommand, Report, ReportEvent> institution =
                DeciderSpec.of(new ReportDecider(), PolicyProfiles.load("INSTITUTION"));
        for (ReportCommand decision : List.of(new ApproveReport("同意"), new ReturnReport("请补充说明"))) {
            report.given(compiled(), submitted()).by(leader).when(decision).thenRefused(ReportRefusal.NOT_THE_APPROVER);
            institution
                    .given(compiled(), submitted())
                    .by(leader)
                    .when(decision)
                    .thenEvents(events -> assertEquals(1, events.size()));
            institution
                    .given(compiled(), submitted())
                    .by(FACTORY_DIRECTOR)
                    .when(decision)
                    .thenRefused(ReportRefusal.NOT_THE_APPROVER);
        }
    }

    @Test
    @DisplayName("RPT-23: the approver may give it back, and it can be submitted again")
    void canBeReturned() {
        ReportReturned returned = new ReportReturned(NOW, DIRECTOR, "请补充说明");
        report.given(compiled(), submitted())
                .at(NOW)
                .by(FACTORY_DIRECTOR)
                .when(new ReturnReport("请补充说明"))
                .then(returned)
                .thenState(state -> assertEquals("draft", ((Report.Compiled) state).status()));
        report.given(compiled(), submitted(), returned)
                .when(new SubmitReport(null))
                .thenState(state -> assertEquals("submitted", ((Report.Compiled) state).status()));
    }

    @Test
    @DisplayName("RPT-23: no step out of order")
    void refusesEveryStepOutOfOrder() {
        ReportSuperseded superseded = new ReportSuperseded(NOW, QUALITY, "更正", null);
        List<ReportEvent> way = List.of(compiled(), submitted(), approved(), issued(), superseded);
        for (int done = 1; done <= way.size(); done++) {
            ReportEvent[] history = way.subList(0, done).toArray(ReportEvent[]::new);
            if (done != 1) {
                report.given(history).when(new SubmitReport(null)).thenRefused(ReportRefusal.NOT_A_DRAFT);
            }
            if (done != 2) {
                report.given(history).when(new ApproveReport("同意")).thenRefused(ReportRefusal.NOT_SUBMITTED);
                report.given(history).when(new ReturnReport("不同意")).thenRefused(ReportRefusal.NOT_SUBMITTED);
            }
            if (done != 3) {
                report.given(history).when(new IssueReport(List.of(), null)).thenRefused(ReportRefusal.NOT_APPROVED);
            }
            if (done != 4) {
                report.given(history).when(new SupersedeReport("更正", null)).thenRefused(ReportRefusal.NOT_ISSUED);
            }
        }
    }

    @Test
    void theRefusalSaysWhereTheReportStands() {
        Refused refused =
                report.given(compiled()).when(new ApproveReport("同意")).thenRefused(ReportRefusal.NOT_SUBMITTED);
        assertEquals("it is draft", refused.detail());
        assertEquals("RPT-23", refused.refusal().rule());
    }

    @Test
    @DisplayName("RPT-02: an empty section that is not marked keeps the report from being submitted")
    void anEmptySectionMustBeMarked() {
        List<SectionMark> sections = new ArrayList<>(ReportExamples.sections());
        sections.set(2, new SectionMark("incidents", false, false));
        sections.remove(4);
        Refused refused = report.given(compiled(sections))
                .when(new SubmitReport(null))
                .thenRefused(ReportRefusal.SECTION_LEFT_EMPTY);
        assertEquals("incidents, follow-ups", refused.detail());
    }

    @Test
    @DisplayName("RPT-24: what is issued is what was compiled, with its cut-off and hash")
    void theIssueCarriesWhatWasCompiled() {
        report.given(compiled(), submitted(), approved())
                .when(new IssueReport(List.of(), null))
                .thenEvents(events -> {
                    ReportIssued event = (ReportIssued) events.getFirst();
                    assertEquals(CONTENT, event.content());
                    assertEquals(CONTENT.hash(), event.contentHash());
                    assertEquals(compiled().computedFrom(), event.computedFrom());
                    assertEquals(DIRECTOR, event.approvedBy());
                });
    }

    @Test
    @DisplayName("RPT-24: who compiled, who approved and who issued are each named, whoever issues")
    void theIssueNamesEachPersonForHisStep() {
        report.given(compiled(), submitted(), approved())
                .by(new Actor("deputy", "deputy", Set.of("quality"), null, null, null))
                .when(new IssueReport(List.of(), null))
                .thenEvents(events -> {
                    ReportIssued event = (ReportIssued) events.getFirst();
                    assertEquals(QUALITY, event.compiledBy());
                    assertEquals(DIRECTOR, event.approvedBy());
                    assertEquals("deputy", event.issuedBy().name());
                });
    }

    @Test
    @DisplayName("RPT-23: another edition of the same kind and period takes its place, nothing else")
    void isSupersededByAnotherEditionOfItsPeriod() {
        UUID other = new UUID(0, 1);
        ReportEvent[] history = {compiled(), submitted(), approved(), issued()};
        report.given(history)
                .at(NOW)
                .by(PERSON_OF_QUALITY)
                .when(new SupersedeReport("更正", new Successor(other, "monthly-quality", "2026-10", "Asia/Shanghai", 2)))
                .then(new ReportSuperseded(NOW, QUALITY, "更正", other));
        report.given(history)
                .at(NOW)
                .by(PERSON_OF_QUALITY)
                .when(new SupersedeReport("更正", new Successor(other, "monthly-quality", "2026-10", "UTC", 1)))
                .then(new ReportSuperseded(NOW, QUALITY, "更正", other));
        for (Successor wrong : List.of(
                new Successor(other, "monthly-quality", "2026-09", "Asia/Shanghai", 2),
                new Successor(other, "quarterly-quality", "2026-10", "Asia/Shanghai", 2),
                new Successor(other, "monthly-quality", "2026-10", "Asia/Shanghai", 1))) {
            report.given(history).when(new SupersedeReport("更正", wrong)).thenRefused(ReportRefusal.SUCCESSOR_DIFFERS);
        }
    }
}
