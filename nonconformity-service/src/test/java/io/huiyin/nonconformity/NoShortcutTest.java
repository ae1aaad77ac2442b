package io.huiyin.nonconformity;

import static io.huiyin.nonconformity.Sheets.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.nonconformity.Disposition.Status;
import io.huiyin.nonconformity.Nonconformity.Sheet;
import io.huiyin.nonconformity.Nonconformity.Stage;
import io.huiyin.nonconformity.NonconformityCommand.Approve;
import io.huiyin.nonconformity.NonconformityCommand.Classify;
import io.huiyin.nonconformity.NonconformityCommand.Clear;
import io.huiyin.nonconformity.NonconformityCommand.Close;
import io.huiyin.nonconformity.NonconformityCommand.Confirm;
import io.huiyin.nonconformity.NonconformityCommand.Convene;
import io.huiyin.nonconformity.NonconformityCommand.Execute;
import io.huiyin.nonconformity.NonconformityCommand.Opine;
import io.huiyin.nonconformity.NonconformityCommand.ProposeDisposition;
import io.huiyin.nonconformity.NonconformityCommand.Reinspect;
import io.huiyin.nonconformity.NonconformityCommand.Return;
import io.huiyin.nonconformity.NonconformityCommand.Segregate;
import io.huiyin.nonconformity.NonconformityCommand.Verify;
import io.huiyin.nonconformity.NonconformityEvent.DispositionProposed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityClosed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityVerified;
import io.huiyin.nonconformity.NonconformityEvent.OpinionGiven;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionFailed;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionPassed;
import io.huiyin.nonconformity.rules.ReinspectionNeeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commands in any order by anybody, many thousand of them: the same ones at every run. */
@Tag("X-11")
@Tag("X-15")
@DisplayName("X-11, X-15, NCR-19, NCR-22, NCR-35: no path leads past a step")
class NoShortcutTest {

    private static final int PATHS = 4000;
    private static final int COMMANDS = 120;
    /** Where nobody carries out what he judged. */
    private static final PolicyValues STRICT = Sheets.with("ncr.execution.byReviewer", new PolicyValue.Word("refused"));

    private static final NonconformityDecider DECIDER = new NonconformityDecider();
    private static final List<String> DISPOSITIONS =
            List.of("rework", "repair", "redo-the-service", "scrap", "concession");
    private static final List<Actor> PEOPLE = List.of(
            Sheets.actor("p1", "quality", "production"),
            Sheets.actor("p2", "quality", "inspector"),
            Sheets.actor("p3", "mrb-company", "production"),
            Sheets.actor("p4", "mrb-site", "inspector"),
            Sheets.actor("p5", "admin"));

    private final Random random = new Random(20261121);

    @Test
    void quantitiesNeverAddUpToMoreThanTheWholeAndNothingClosesUnfinished() {
        int closed = 0;
        int split = 0;
        int failed = 0;
        for (int path = 0; path < PATHS; path++) {
            Integer whole = random.nextInt(4) == 0 ? null : Integer.valueOf(1 + random.nextInt(9));
            List<NonconformityEvent> events = walk(whole);
            if (events.getLast() instanceof NonconformityClosed) {
                closed++;
                Sheet sheet = fold(events);
                split += sheet.dispositions().covering().size() > 1 ? 1 : 0;
                failed += sheet.dispositions().standing(Status.FAILED).isEmpty() ? 0 : 1;
                assertFinished(events, sheet);
            }
        }
        // The walk is worth something only if it gets there by all kinds of ways.
        assertTrue(closed > PATHS / 10, closed + " closed");
        assertTrue(split > 50, split + " split");
        assertTrue(failed > 50, failed + " failed once");
    }

    private List<NonconformityEvent> walk(@Nullable Integer whole) {
        List<NonconformityEvent> events =
                new ArrayList<>(List.of(Sheets.reported(new Product("轴承", "6204", "L-7", List.of(), whole))));
        Nonconformity state = DECIDER.evolve(DECIDER.initial(), events);
        for (int i = 0; i < COMMANDS && !(events.getLast() instanceof NonconformityClosed); i++) {
            Actor actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
            List<NonconformityEvent> decided;
            try {
                decided = DECIDER.decide(
                        any(Sheets.sheet(state)), state, new Context(NOW, actor, STRICT, Calendars.of(STRICT)));
            } catch (Refused | InvalidInput no) {
                continue;
            }
            Nonconformity next = DECIDER.evolve(state, decided);
            assertWithinTheWhole(Sheets.sheet(next));
            events.addAll(decided);
            state = next;
        }
        return events;
    }

    private static void assertWithinTheWhole(Sheet sheet) {
        Integer whole = sheet.dispositions().whole();
        int covered = sheet.dispositions().covering().stream()
                .map(Disposition::quantity)
                .mapToInt(quantity -> quantity == null ? 0 : quantity)
                .sum();
        assertTrue(whole == null ? sheet.dispositions().covering().size() <= 1 : covered <= whole);
        assertTrue(sheet.dispositions().undisposed() >= 0);
        assertEquals(
                sheet.stage() == Stage.REVIEW && sheet.dispositions().undisposed() > 0,
                sheet.status() == NonconformityStatus.UNDER_REVIEW);
    }

    private static void assertFinished(List<NonconformityEvent> events, Sheet sheet) {
        assertEquals(0, sheet.dispositions().undisposed());
        assertTrue(events.stream().anyMatch(NonconformityVerified.class::isInstance));
        for (Disposition part : sheet.dispositions().covering()) {
            assertEquals(Status.VERIFIED, part.status());
            Disposition.Execution execution = part.execution();
            Disposition.Check check = part.check();
            Disposition.Approval approval = part.approver();
            assertNotNull(execution);
            assertNotNull(check);
            assertNotNull(approval);
            assertNotEquals(execution.executor(), check.by(), "verified by its executor");
            assertNotEquals(execution.executor(), approval.by(), "executed by its approver");
            boolean inspectedAgain = events.stream()
                    .anyMatch(event -> event instanceof ReinspectionPassed passed
                            && passed.dispositionId().equals(part.dispositionId()));
            assertEquals(ReinspectionNeeded.after(part.disposition()), inspectedAgain);
        }
        assertReviewed(events);
    }

    /** Before every proposal there is an opinion, and after every failure another one. */
    private static void assertReviewed(List<NonconformityEvent> events) {
        boolean heard = false;
        for (NonconformityEvent event : events) {
            if (event instanceof OpinionGiven) {
                heard = true;
            } else if (event instanceof ReinspectionFailed) {
                heard = false;
            } else if (event instanceof DispositionProposed) {
                assertTrue(heard, "proposed without an opinion");
            }
        }
        assertFalse(events.isEmpty());
    }

    /** Mostly what could come next, now and then anything. */
    private NonconformityCommand any(Sheet sheet) {
        int next = random.nextInt(10) == 0
                ? random.nextInt(13)
                : switch (sheet.stage()) {
                    case REPORTED -> 0;
                    case SEGREGATED -> 1;
                    case CONFIRMED -> 2;
                    case CLASSIFIED -> 3;
                    case REVIEW, CLEARED, CLOSED -> 4 + random.nextInt(8);
                };
        @Nullable UUID id = random.nextInt(3) == 0 ? null : someDisposition(sheet);
        return switch (next) {
            case 0 -> new Segregate("A", null);
            case 1 -> new Confirm(null);
            case 2 -> new Classify(random.nextBoolean() ? "minor" : "major", null);
            case 3 -> new Convene(List.of("p1", "p2"), null);
            case 4 -> new Opine("意见", "agree", null);
            case 5 ->
                new ProposeDisposition(
                        new UUID(random.nextLong(), random.nextLong()),
                        DISPOSITIONS.get(random.nextInt(DISPOSITIONS.size())),
                        "原因",
                        random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(9)),
                        null);
            case 6 -> new Approve(id, null, null);
            case 7 -> random.nextInt(4) == 0 ? new Return(id, "再议", null) : new Approve(null, null, null);
            case 8 -> new Execute(id, "完成", null);
            case 9 -> new Reinspect(id, random.nextInt(3) > 0, null, null);
            case 10 -> new Verify(id, null);
            case 11 -> new Close(null);
            default -> new Clear("合格", null);
        };
    }

    private @Nullable UUID someDisposition(Sheet sheet) {
        List<Disposition> all = sheet.dispositions().all();
        return all.isEmpty() ? null : all.get(random.nextInt(all.size())).dispositionId();
    }

    private static Sheet fold(List<NonconformityEvent> events) {
        return Sheets.sheet(DECIDER.evolve(DECIDER.initial(), events));
    }
}
