package io.huiyin.report.action;

import static io.huiyin.report.action.ActionExamples.CHEN;
import static io.huiyin.report.action.ActionExamples.COMPLAINT;
import static io.huiyin.report.action.ActionExamples.DUE;
import static io.huiyin.report.action.ActionExamples.LIU;
import static io.huiyin.report.action.ActionExamples.NOW;
import static io.huiyin.report.action.ActionExamples.REVIEW;
import static io.huiyin.report.action.ActionExamples.WANG;
import static io.huiyin.report.action.ActionExamples.ZHAO;
import static io.huiyin.report.action.ActionExamples.after;
import static io.huiyin.report.action.ActionExamples.assign;
import static io.huiyin.report.action.ActionExamples.assigned;
import static io.huiyin.report.action.ActionExamples.cancelled;
import static io.huiyin.report.action.ActionExamples.closed;
import static io.huiyin.report.action.ActionExamples.done;
import static io.huiyin.report.action.ActionExamples.ineffective;
import static io.huiyin.report.action.ActionExamples.informed;
import static io.huiyin.report.action.ActionExamples.person;
import static io.huiyin.report.action.ActionExamples.proposed;
import static io.huiyin.report.action.ActionExamples.reported;
import static io.huiyin.report.action.ActionExamples.signed;
import static io.huiyin.report.action.ActionExamples.started;
import static io.huiyin.report.action.ActionExamples.verified;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.huiyin.kernel.testing.DeciderSpec;
import io.huiyin.report.ReportExamples;
import io.huiyin.report.action.ImprovementAction.Known;
import io.huiyin.report.action.ImprovementAction.Status;
import io.huiyin.report.action.ImprovementActionCommand.AssignAction;
import io.huiyin.report.action.ImprovementActionCommand.CancelAction;
import io.huiyin.report.action.ImprovementActionCommand.CloseAction;
import io.huiyin.report.action.ImprovementActionCommand.InformCustomer;
import io.huiyin.report.action.ImprovementActionCommand.ProposeAction;
import io.huiyin.report.action.ImprovementActionCommand.ReportDone;
import io.huiyin.report.action.ImprovementActionCommand.ReportToDirector;
import io.huiyin.report.action.ImprovementActionCommand.StartAction;
import io.huiyin.report.action.ImprovementActionCommand.VerifyAction;
import io.huiyin.report.action.ImprovementActionEvent.Assigned;
import io.huiyin.report.action.ImprovementActionEvent.Cancelled;
import io.huiyin.report.action.ImprovementActionEvent.Proposed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImprovementActionTest {

    private final DeciderSpec<ImprovementActionCommand, ImprovementAction, ImprovementActionEvent> action =
            DeciderSpec.of(new ImprovementActionDecider(), ReportExamples.POLICIES);

    /** A history that ends in each status. */
    private static final Map<Status, ImprovementActionEvent[]> EVERY_STATUS = Map.of(
            Status.PROPOSED, after(),
            Status.ASSIGNED, after(assigned()),
            Status.IN_PROGRESS, after(assigned(), started()),
            Status.TO_VERIFY, after(assigned(), started(), done(1)),
            Status.VERIFIED, after(assigned(), started(), done(1), verified()),
            Status.REPORTED, after(assigned(), started(), done(1), verified(), reported()),
            Status.CLOSED, after(assigned(), started(), done(1), verified(), reported(), informed(), closed()),
            Status.CANCELLED, after(assigned(), cancelled()));

    private static ImprovementActionEvent[] in(Status status) {
        return EVERY_STATUS.getOrDefault(status, new ImprovementActionEvent[0]);
    }

    private static Status status(ImprovementAction action) {
        return assertInstanceOf(Known.class, action).status();
    }

    private void refusedUnless(
            Set<Status> allowed, ImprovementActionCommand command, ImprovementActionRefusal refusal) {
        EVERY_STATUS.forEach((status, history) -> {
            if (!allowed.contains(status)) {
                action.given(history).at(NOW).by(CHEN).when(command).thenRefused(refusal);
            }
        });
        action.given().when(command).thenRefused(refusal);
    }

    @Test
    void everyHistoryEndsWhereItSays() {
        assertEquals(Status.values().length, EVERY_STATUS.size());
        EVERY_STATUS.forEach((status, history) -> {
            ImprovementActionDecider decider = new ImprovementActionDecider();
            assertEquals(status, status(decider.evolve(decider.initial(), List.of(history))));
        });
    }

    @Test
    @DisplayName("RPT-39: an action is proposed with its problem and where it came from")
    void isProposed() {
        action.given()
                .at(NOW)
                .by(WANG)
                .when(new ProposeAction("IA2611001", "轴承座超差", COMPLAINT, null, null))
                .then(proposed());
        action.given(proposed())
                .when(new ProposeAction("IA2611002", "轴承座超差", COMPLAINT, null, null))
                .thenRefused(ImprovementActionRefusal.ALREADY_PROPOSED);
    }

    @ParameterizedTest(name = "RPT-39, X-16: {0} {1} names {2}")
    @CsvSource({
        "rumour, 0198f0a0-7c1e-7000-8000-00000000c001, /origin/kind",
        "complaint, 26110001, /origin/id",
        "follow-up, 1, /origin/id",
        "nonconformity, 0198F0A0-7C1E-7000-8000-00000000C001, /origin/id",
        "report, 2026-10, /origin/id"
    })
    void needsAnOriginThatThereIs(String kind, String id, String pointer) {
        action.given()
                .when(new ProposeAction("IA2611001", "问题", new Origin(kind, id), null, null))
                .thenInvalid(pointer);
    }

    @ParameterizedTest(name = "X-12: a customer waits for the result of {0}: {1}")
    @CsvSource({
        "complaint, true",
        "report, false",
        "follow-up, false",
        "nonconformity, false",
        "review, false",
        "survey, false"
    })
    void aCustomerWaitsWhereHeComplained(String kind, boolean waits) {
        action.given()
                .when(new ProposeAction("IA2611001", "问题", new Origin(kind, null), null, null))
                .thenEvents(events -> {
                    Proposed event = (Proposed) events.getFirst();
                    assertEquals(waits, event.informCustomer());
                    assertEquals("rpt.actions.informCustomer", event.policy().key());
                });
    }

    @Test
    @DisplayName("RPT-04: department, person, requirement, due date, verifying department and verifier are set")
    void isAssigned() {
        action.given(proposed())
                .at(NOW)
                .by(WANG)
                .when(assign("zhao", "chen"))
                .then(assigned())
                .thenState(state -> assertEquals(Status.ASSIGNED, status(state)));
    }

    @Test
    @DisplayName("RPT-04: the requirement of the proposal holds where the assignment has none")
    void takesTheRequirementOfTheProposal() {
        AssignAction plain = new AssignAction("机加工车间", "zhao", null, DUE, "质量保证部", "chen", null, null);
        action.given(proposed(COMPLAINT, "无同类异响"))
                .at(NOW)
                .when(plain)
                .thenEvents(events -> assertEquals("无同类异响", ((Assigned) events.getFirst()).requirement()));
        action.given(proposed()).at(NOW).when(plain).thenInvalid("/requirement");
    }

    @Test
    @DisplayName("RPT-04: nothing of an assignment may be blank")
    void nothingMayBeBlank() {
        action.given(proposed())
                .at(NOW)
                .when(new AssignAction(" ", "zhao", "r", DUE, "质量保证部", "chen", null, null))
                .thenInvalid("/department");
        action.given(proposed())
                .at(NOW)
                .when(new AssignAction("机加工车间", "", "r", DUE, "质量保证部", "chen", null, null))
                .thenInvalid("/person");
        action.given(proposed())
                .at(NOW)
                .when(new AssignAction("机加工车间", "zhao", "r", DUE, "\u3000", "chen", null, null))
                .thenInvalid("/verifyingDepartment");
        action.given(proposed())
                .at(NOW)
                .when(new AssignAction("机加工车间", "zhao", "r", DUE, "质量保证部", " ", null, null))
                .thenInvalid("/verifier");
    }

    @Test
    @DisplayName("RPT-04: the due date is today in the business zone, or later")
    void isDueTodayOrLater() {
        LocalDate today = LocalDate.of(2026, 11, 21);
        action.given(proposed())
                .at(NOW.minusSeconds(9 * 3600))
                .when(new AssignAction("机加工车间", "zhao", "r", today, "质量保证部", "chen", null, null))
                .thenState(state -> assertEquals(Status.ASSIGNED, status(state)));
        action.given(proposed())
                .at(NOW)
                .when(new AssignAction("机加工车间", "zhao", "r", today.minusDays(1), "质量保证部", "chen", null, null))
                .thenInvalid("/dueOn");
        action.given(proposed())
                .at(NOW)
                .when(new AssignAction("机加工车间", "zhao", "r", LocalDate.of(10_000, 1, 1), "质量保证部", "chen", null, null))
                .thenInvalid("/dueOn");
    }

    @Test
    @DisplayName("RPT-04: it is given to somebody else only with a reason, and begins anew")
    void isAssignedAnewWithAReason() {
        for (Status status : List.of(Status.ASSIGNED, Status.IN_PROGRESS)) {
            action.given(in(status)).at(NOW).when(assign("qian", "chen")).thenInvalid("/reason");
            action.given(in(status))
                    .at(NOW)
                    .when(new AssignAction("机加工车间", "qian", "r", DUE, "质量保证部", "chen", "原责任人调岗", null))
                    .thenState(state -> {
                        ImprovementAction.Assigned again = assertInstanceOf(ImprovementAction.Assigned.class, state);
                        assertEquals("qian", again.task().assignment().person());
                    });
        }
        refusedUnless(
                Set.of(Status.PROPOSED, Status.ASSIGNED, Status.IN_PROGRESS),
                assign("zhao", "chen"),
                ImprovementActionRefusal.NOT_ASSIGNABLE);
    }

    @Test
    @DisplayName("X-15, RPT-04: the verifier is not the person responsible")
    void theVerifierIsNotTheResponsiblePerson() {
        action.given(proposed())
                .at(NOW)
                .when(assign("zhao", "zhao"))
                .thenRefused(ImprovementActionRefusal.VERIFIER_IS_RESPONSIBLE);
    }

    @Test
    @DisplayName("RPT-39: only an assigned action is started")
    void isStarted() {
        action.given(proposed(), assigned())
                .at(NOW)
                .by(ZHAO)
                .when(new StartAction(null))
                .then(started())
                .thenState(state -> assertEquals(Status.IN_PROGRESS, status(state)));
        refusedUnless(Set.of(Status.ASSIGNED), new StartAction(null), ImprovementActionRefusal.NOT_ASSIGNED);
    }

    @Test
    @DisplayName("RPT-39: only an action in progress is reported done, with its evidence")
    void isReportedDone() {
        ReportDone command = new ReportDone("工艺卡已修订", List.of("GY-118 B"), null);
        action.given(proposed(), assigned(), started())
                .at(NOW)
                .by(ZHAO)
                .when(command)
                .then(done(1))
                .thenState(state -> assertEquals(Status.TO_VERIFY, status(state)));
        refusedUnless(Set.of(Status.IN_PROGRESS), command, ImprovementActionRefusal.NOT_IN_PROGRESS);
    }

    @Test
    @DisplayName("RPT-06: the named verifier finds it effective")
    void isVerified() {
        action.given(proposed(), assigned(), started(), done(1))
                .at(NOW)
                .by(CHEN)
                .when(new VerifyAction(true, "60 件全部合格", null))
                .then(verified())
                .thenState(state -> assertEquals(Status.VERIFIED, status(state)));
        refusedUnless(
                Set.of(Status.TO_VERIFY), new VerifyAction(true, "有效", null), ImprovementActionRefusal.NOT_TO_VERIFY);
    }

    @Test
    @DisplayName("RPT-39: found ineffective it is in progress again, and every round is kept")
    void isFoundIneffective() {
        action.given(proposed(), assigned(), started(), done(1))
                .at(NOW)
                .by(CHEN)
                .when(new VerifyAction(false, "仍有 3 件超差", null))
                .then(ineffective())
                .thenState(state -> assertEquals(Status.IN_PROGRESS, status(state)));
        action.given(proposed(), assigned(), started(), done(1), ineffective())
                .at(NOW)
                .by(ZHAO)
                .when(new ReportDone("工艺卡已修订", List.of("GY-118 B"), null))
                .then(done(2));
        action.given(proposed(), assigned(), started(), done(1), ineffective(), done(2))
                .at(NOW)
                .by(CHEN)
                .when(new VerifyAction(true, "合格", null))
                .thenState(state -> {
                    List<ImprovementAction.Round> rounds = assertInstanceOf(ImprovementAction.Verified.class, state)
                            .task()
                            .rounds();
                    assertEquals(
                            List.of(false, true),
                            rounds.stream()
                                    .map(round -> round.verdict().effective())
                                    .toList());
                });
    }

    @Test
    @DisplayName("X-15: who is responsible, or did it, does not verify it, whatever his roles")
    void whoDidItDoesNotVerify() {
        ImprovementActionEvent[] waiting = after(assigned(), started(), done(1));
        action.given(waiting)
                .by(person("zhao", "质量保证部", "quality", "admin"))
                .when(new VerifyAction(true, "有效", null))
                .thenRefused(ImprovementActionRefusal.VERIFIER_IS_RESPONSIBLE);
        ImprovementActionEvent byChen =
                new ImprovementActionEvent.Done(1, "代为完成", List.of("照片"), NOW, signed(CHEN), null);
        action.given(after(assigned(), started(), byChen))
                .by(CHEN)
                .when(new VerifyAction(true, "有效", null))
                .thenRefused(ImprovementActionRefusal.VERIFIER_IS_RESPONSIBLE);
        action.given(after(assigned(), started(), byChen))
                .by(ZHAO)
                .when(new VerifyAction(true, "有效", null))
                .thenRefused(ImprovementActionRefusal.VERIFIER_IS_RESPONSIBLE);
    }

    @Test
    @DisplayName("RPT-04: the named verifier verifies, or quality of the verifying department")
    void onlyTheVerifierVerifies() {
        ImprovementActionEvent[] waiting = after(assigned(), started(), done(1));
        action.given(waiting)
                .by(LIU)
                .when(new VerifyAction(true, "有效", null))
                .thenState(state -> assertEquals(Status.VERIFIED, status(state)));
        action.given(waiting)
                .by(person("root", null, "admin"))
                .when(new VerifyAction(true, "有效", null))
                .thenState(state -> assertEquals(Status.VERIFIED, status(state)));
        for (var other : List.of(
                person("sun", "质量保证部", "inspector"), person("sun", "检验科", "quality"), person("sun", null, "quality"))) {
            action.given(waiting)
                    .by(other)
                    .when(new VerifyAction(true, "有效", null))
                    .thenRefused(ImprovementActionRefusal.NOT_THE_VERIFIER);
        }
    }

    @Test
    @DisplayName("RPT-06: the director is told what was verified, once")
    void theDirectorIsTold() {
        ReportToDirector command = new ReportToDirector("李厂长", "验证有效", null);
        action.given(in(Status.VERIFIED))
                .at(NOW)
                .by(WANG)
                .when(command)
                .then(reported())
                .thenState(state -> assertEquals(Status.REPORTED, status(state)));
        refusedUnless(Set.of(Status.VERIFIED), command, ImprovementActionRefusal.NOT_VERIFIED);
    }

    @Test
    @DisplayName("RPT-06, X-12: the customer is told what was verified, before the director or after him")
    void theCustomerIsInformed() {
        InformCustomer command = new InformCustomer("phone", "原因已消除", null);
        for (Status status : List.of(Status.VERIFIED, Status.REPORTED)) {
            action.given(in(status))
                    .at(NOW)
                    .by(WANG)
                    .when(command)
                    .then(informed())
                    .thenState(state -> assertEquals(status, status(state)));
        }
        refusedUnless(Set.of(Status.VERIFIED, Status.REPORTED), command, ImprovementActionRefusal.NOT_VERIFIED);
        action.given(after(assigned(), started(), done(1), verified(), informed(), reported()))
                .at(NOW)
                .by(WANG)
                .when(new CloseAction(null))
                .then(closed());
    }

    @Test
    @DisplayName("X-11, X-12: it is closed when the director knows, and the customer where one waits")
    void isClosed() {
        action.given(after(assigned(), started(), done(1), verified(), reported(), informed()))
                .at(NOW)
                .by(WANG)
                .when(new CloseAction(null))
                .then(closed())
                .thenState(state -> assertEquals(Status.CLOSED, status(state)));
        action.given(proposed(REVIEW, null), assigned(), started(), done(1), verified(REVIEW), reported())
                .at(NOW)
                .by(WANG)
                .when(new CloseAction(null))
                .then(closed(REVIEW));
    }

    @ParameterizedTest(name = "X-11: {0} is not closed: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PROPOSED | unmet: verified as effective, director told, customer informed",
                "ASSIGNED | unmet: verified as effective, director told, customer informed",
                "IN_PROGRESS | unmet: verified as effective, director told, customer informed",
                "TO_VERIFY | unmet: verified as effective, director told, customer informed",
                "VERIFIED | unmet: director told, customer informed",
                "REPORTED | unmet: customer informed",
                "CLOSED | it is closed",
                "CANCELLED | it is cancelled"
            })
    void isNotClosedWhileTheLoopIsOpen(Status status, String unmet) {
        assertEquals(
                unmet,
                action.given(in(status))
                        .when(new CloseAction(null))
                        .thenRefused(ImprovementActionRefusal.LOOP_OPEN)
                        .detail());
    }

    @Test
    @DisplayName("X-11: nothing is closed that was never proposed, nor without a director where nobody complained")
    void noLoopIsClosedWithoutItsDirector() {
        action.given().when(new CloseAction(null)).thenRefused(ImprovementActionRefusal.LOOP_OPEN);
        assertEquals(
                "unmet: director told",
                action.given(proposed(REVIEW, null), assigned(), started(), done(1), verified(REVIEW))
                        .when(new CloseAction(null))
                        .thenRefused(ImprovementActionRefusal.LOOP_OPEN)
                        .detail());
    }

    @Test
    @DisplayName("X-11: what was no action is cancelled with a reason, but not once it was reported done")
    void isCancelled() {
        for (Status status : List.of(Status.PROPOSED, Status.ASSIGNED, Status.IN_PROGRESS)) {
            action.given(in(status))
                    .at(NOW)
                    .by(WANG)
                    .when(new CancelAction("重复", null))
                    .then(new Cancelled("IA2611001", COMPLAINT, "重复", NOW, signed(WANG), null))
                    .thenState(state -> assertEquals(Status.CANCELLED, status(state)));
        }
        refusedUnless(
                Set.of(Status.PROPOSED, Status.ASSIGNED, Status.IN_PROGRESS),
                new CancelAction("重复", null),
                ImprovementActionRefusal.NOT_CANCELLABLE);
    }

    @Test
    void theAnswerShowsHowFarItCame() {
        UUID id = new UUID(0, 1);
        ImprovementActionDecider decider = new ImprovementActionDecider();
        ImprovementAction end = decider.evolve(
                decider.initial(),
                List.of(after(
                        assigned(),
                        started(),
                        done(1),
                        ineffective(),
                        done(2),
                        verified(),
                        reported(),
                        informed(),
                        closed())));
        ImprovementActionAnswer answer = ImprovementActionAnswer.of(id, end, 10, DUE.plusDays(9));
        assertEquals("closed", answer.status());
        assertEquals(2, answer.rounds().size());
        assertEquals(
                "李厂长",
                answer.directorTold() == null ? "" : answer.directorTold().director());
        assertEquals(
                "phone",
                answer.customerInformed() == null
                        ? ""
                        : answer.customerInformed().channel());
        assertEquals(false, answer.overdue());

        ImprovementAction working = decider.evolve(decider.initial(), List.of(after(assigned(), started(), done(1))));
        ImprovementActionAnswer late = ImprovementActionAnswer.of(id, working, 4, DUE.plusDays(1));
        assertEquals(true, late.overdue());
        assertEquals(
                List.of("GY-118 B"),
                late.done() == null ? List.of() : late.done().evidence());
        assertEquals(null, ImprovementActionAnswer.of(id, working, 4, null).overdue());
    }
}
