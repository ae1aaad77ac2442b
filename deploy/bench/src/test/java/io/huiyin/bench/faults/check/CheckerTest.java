package io.huiyin.bench.faults.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.bench.Service;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.Entry;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence.DeadLetter;
import io.huiyin.bench.faults.evidence.Evidence.Observation;
import io.huiyin.bench.faults.evidence.LogEntry;
import io.huiyin.bench.faults.evidence.Misbehaviour;
import io.huiyin.bench.faults.evidence.Position;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A checker that cannot fail proves nothing: each sort of harm, done to an installation that is well, is called by its name. */
class CheckerTest {

    private final Scene scene = new Scene();

    private void isCalled(Kind kind, String invariant, String evidence) {
        List<Difference> found = scene.check().kept();
        assertTrue(
                found.stream()
                        .anyMatch(difference -> difference.kind() == kind
                                && difference.invariant().equals(invariant)
                                && difference.evidence().contains(evidence)),
                () -> kind + " by " + invariant + " with " + evidence + " is not among " + found);
    }

    @Test
    void whatIsAsItShouldBeIsNotBlamed() {
        assertEquals(List.of(), scene.check().kept());
    }

    @Test
    void aRepeatedRecordIsNoHarm() {
        scene.log.add(Scene.again(scene.log.get(1), scene.log.size()));
        scene.read = scene.log.size();

        assertEquals(List.of(), scene.check().kept());
    }

    @Test
    void anAcknowledgedEventThatIsNotInTheTableIsLost() {
        scene.events.removeLast();
        scene.log.removeLast();
        scene.carried = scene.events.getLast().position();
        scene.taken = scene.carried;
        scene.read = scene.log.size();

        isCalled(Kind.LOST, "I1", "accept-c2");
    }

    @Test
    void anEventThatDoesNotSayWhatWasAskedForIsLost() {
        EventRow filed = scene.events.getFirst();
        scene.events.set(
                0,
                Scene.event(filed.stream(), 1, 10, filed.type(), filed.correlation(), "{\"status\":\"registered\"}"));

        isCalled(Kind.LOST, "I1", "noise in c1");
    }

    @Test
    void aRefusalThatTookEffectIsUntrue() {
        scene.ledger.removeLast();
        scene.ledger.add(Scene.asked(
                "accept-c2",
                "/v1/complaints/c2/accept",
                "{\"handler\":\"wang\"}",
                new Entry.Try(0, "", 0, "connection reset", Duration.ofMillis(5)),
                new Entry.Try(409, "", 0, "already accepted", Duration.ofMillis(5))));

        isCalled(Kind.UNTRUE, "I1", "already accepted");
    }

    @Test
    void aVersionThatTheEventDoesNotHaveIsUntrue() {
        scene.ledger.removeLast();
        scene.ledger.add(
                Scene.acknowledged("accept-c2", "/v1/complaints/c2/accept", "{\"handler\":\"wang\"}", 200, "c2", 1));

        isCalled(Kind.UNTRUE, "I1", "accept-c2");
    }

    @Test
    void aCommandThatTookEffectTwiceIsDoubled() {
        scene.happened(Scene.event("c2", 3, 30, "complaint-accepted", "accept-c2", "{\"handler\":\"wang\"}"));

        isCalled(Kind.DOUBLED, "I2", "accept-c2");
    }

    @Test
    void aKeyThatIsAnsweredDifferentlyIsUntrue() {
        scene.ledger.add(Scene.asked(
                "file-c1",
                "/v1/complaints",
                "{}",
                new Entry.Try(201, "c1", 1, "same", Duration.ofMillis(5)),
                new Entry.Try(201, "c2", 1, "other", Duration.ofMillis(5))));

        isCalled(Kind.UNTRUE, "I2", "file-c1");
    }

    @Test
    void anEventThatNeverReachedTheLogIsLost() {
        LogEntry lost = scene.log.remove(1);

        isCalled(Kind.LOST, "I3", lost.id());
        isCalled(Kind.STUCK, "I4", "the chain of positions ends at 1.10.10");
    }

    @Test
    void aRecordThatIsRepeatedWithAnotherBodyIsDoubled() {
        LogEntry first = scene.log.getFirst();
        scene.log.add(new LogEntry(0, scene.log.size(), first.key(), first.headers(), "{}"));

        isCalled(Kind.DOUBLED, "I3", first.id());
    }

    @Test
    void aRecordThatNoTableHoldsIsWrong() {
        scene.log.add(Scene.record(
                Scene.event("c9", 1, 90, "complaint-registered", "x", "{}"),
                scene.log.getLast().position(),
                scene.log.size()));

        isCalled(Kind.WRONG, "I3", "c9-1-90");
    }

    @Test
    void versionsThatDoNotFollowLogOrderAreReordered() {
        EventRow first = scene.events.get(2);
        EventRow second = scene.events.get(3);
        scene.events.set(2, second);
        scene.events.set(3, first);

        isCalled(Kind.REORDERED, "I4", "c2");
    }

    @Test
    void aLogThatLeadsToVersionsOutOfOrderIsReordered() {
        EventRow second = scene.events.get(3);
        scene.log.set(2, Scene.record(second, scene.log.get(1).position(), 2));
        scene.log.set(3, Scene.record(scene.events.get(2), second.position(), 3));

        isCalled(Kind.REORDERED, "I4", "leads back");
    }

    @Test
    void aViewThatDoesNotShowAnEventsEffectIsWrong() {
        row("c1").put("status", "registered");

        isCalled(Kind.WRONG, "I5", "status registered instead of accepted");
    }

    @Test
    void aRowThatAViewLacksIsLost() {
        scene.list().remove("c1");

        isCalled(Kind.LOST, "I5", "c1");
    }

    @Test
    void aRowThatNoEventTellsOfIsWrong() {
        scene.list().put("c7", new LinkedHashMap<>(row("c1")));

        isCalled(Kind.WRONG, "I5", "c7");
    }

    @Test
    void aCountThatTookAnEventTwiceIsWrong() {
        scene.rows.put(
                "lots", Map.of("lot:L-1", Map.of("complaint_count", "2", "open_count", "2", "declined_count", "0")));
        EventRow filed = scene.events.getFirst();
        scene.events.set(
                0,
                Scene.event(
                        "c1",
                        1,
                        10,
                        filed.type(),
                        filed.correlation(),
                        filed.data().replace("\"channel\"", "\"product\":{\"lot\":\"L-1\"},\"channel\"")));

        isCalled(Kind.WRONG, "I5", "complaint_count 2 instead of 1");
    }

    private Map<String, String> row(String key) {
        return Objects.requireNonNull(scene.list().get(key));
    }

    @Test
    void aTailThatTheRelayDoesNotCarryIsStuck() {
        scene.carried = scene.events.get(2).position();

        isCalled(Kind.STUCK, "I6", "the relay of complaint stands at 1.20.20");
    }

    @Test
    void aViewThatStandsStillIsStuck() {
        scene.taken = Position.START;

        isCalled(Kind.STUCK, "I6", "complaint-list");
    }

    @Test
    void anEventThatWasSetAsideIsStuck() {
        scene.letters.add(new DeadLetter(Service.COMPLAINT, "complaint-list", "c1", "cannot be read"));

        isCalled(Kind.STUCK, "I6", "cannot be read");
    }

    @Test
    void aCommandThatWasNeverAnsweredIsStuck() {
        scene.ledger.add(Scene.asked("hold-c1", "/v1/complaints/c1/hold", "{}"));

        isCalled(Kind.STUCK, "I6", "hold-c1");
    }

    @Test
    void aCheckpointThatWentBackIsCalledByWhoSawIt() {
        scene.observations.add(new Observation("I7", "complaint-list went back"));

        isCalled(Kind.STUCK, "I7", "went back");
    }

    @Test
    void aViewThatHasReadPastTheLogIsWrong() {
        scene.read = scene.log.size() + 1L;

        isCalled(Kind.WRONG, "I7", "complaint-list");
    }

    @Test
    void aFigureThatIsNotTheEventsCountIsWrong() {
        scene.total = 3;

        isCalled(Kind.WRONG, "I8", "complaints/total 3, the events 2");
    }

    @Test
    void anAnswerNobodyShouldGetHasFailed() {
        scene.misbehaviours.add(new Misbehaviour("GET /v1/complaints", "500"));

        isCalled(Kind.FAILED, "I9", "500");
    }

    @Test
    void aReactionThatHappenedTwiceIsDoubled() {
        for (long i = 1; i <= 2; i++) {
            scene.happened(causedBy("f1", Scene.event("born-" + i, 1, 40 + i, "complaint-registered", "r", "{}")));
        }

        isCalled(Kind.DOUBLED, "G4", "f1 caused both");
    }

    @Test
    void aReactionThatDidNotHappenIsLost() {
        scene.happened(
                Scene.event("c1", 3, 50, "complaint-liability-determined", "r", "{\"nonconformityRequested\":true}"));

        isCalled(Kind.LOST, "G4", "caused none of");
    }

    @Test
    void aConfirmedContactThatIsNotClosedIsLost() {
        recontact("f1", "f2", 1, 50);
        confirmed("f2", "f1", 60);

        isCalled(Kind.LOST, "G4", "f2-1-60 (f2 version 1");
    }

    @Test
    void aContactThatWaitsForAnotherOneWhenThatIsConsideredNeedNotBeClosed() {
        recontact("f1", "f2", 1, 50);
        confirmed("f2", "f1", 60);
        recontact("f1", "f3", 2, 65);
        scene.considered.add("f2-1-60");

        assertTrue(nothingCalled("f2-1-60 (f2 version 1"));
    }

    @Test
    void aContactThatWaitsForAnotherOneIsLostWhenNobodyConsideredIt() {
        recontact("f1", "f2", 1, 50);
        confirmed("f2", "f1", 60);
        recontact("f1", "f3", 2, 65);

        isCalled(Kind.LOST, "G4", "f2-1-60 (f2 version 1");
    }

    @Test
    void aContactThatWaitsForTheConfirmedOneIsLostAlsoWhenThatWasConsidered() {
        recontact("f1", "f2", 1, 50);
        confirmed("f2", "f1", 60);
        scene.considered.add("f2-1-60");

        isCalled(Kind.LOST, "G4", "f2-1-60 (f2 version 1");
    }

    @Test
    void aContactThatIsClosedAlreadyNeedNotBeClosedAgain() {
        recontact("f1", "f2", 1, 50);
        confirmed("f2", "f1", 60);
        scene.happened(causedBy("f2-1-60", Scene.event("f1", 2, 61, "follow-up-closed", "r", "{}")));
        scene.happened(Scene.event("f2", 2, 70, "follow-up-closed", "r", "{\"previousFollowUpId\":\"f1\"}"));
        scene.considered.add("f2-2-70");

        assertTrue(nothingCalled("f2-2-70 (f2 version 2"));
    }

    private boolean nothingCalled(String event) {
        return scene.check().kept().stream()
                .noneMatch(difference -> difference.invariant().equals("G4")
                        && difference.evidence().startsWith("follow-up-closed " + event));
    }

    private void confirmed(String contact, String earlier, long tx) {
        scene.happened(
                Scene.event(contact, 1, tx, "follow-up-closed", "r", "{\"previousFollowUpId\":\"" + earlier + "\"}"));
    }

    private void recontact(String earlier, String next, int version, long tx) {
        scene.happened(Scene.event(
                earlier, version, tx, "follow-up-recontact-planned", "r", "{\"nextFollowUpId\":\"" + next + "\"}"));
    }

    @Test
    void aBreachThatIsToldTwiceIsDoubled() {
        String breach = "{\"milestone\":\"close\",\"dueAt\":\"2027-07-11T04:00:00Z\"}";
        scene.happened(Scene.event("c1", 3, 50, "complaint-deadline-breached", "r", breach));
        scene.happened(Scene.event("c2", 3, 51, "complaint-deadline-breached", "r", breach));
        assertTrue(scene.check().kept().stream()
                .noneMatch(difference -> difference.invariant().equals("G10")));

        scene.happened(Scene.event("c1", 4, 52, "complaint-deadline-breached", "r", breach));

        isCalled(Kind.DOUBLED, "G10", "c1 version 4");
    }

    @Test
    void aReactionThatARuleRefusedIsLost() {
        scene.refused.add("when this then that");

        isCalled(Kind.LOST, "G4", "when this then that");
    }

    private static EventRow causedBy(String cause, EventRow row) {
        return new EventRow(
                row.service(),
                row.stream(),
                row.version(),
                row.position(),
                row.id(),
                row.aggregate(),
                row.type(),
                row.typeVersion(),
                row.occurredAt(),
                row.recordedAt(),
                row.actor(),
                row.correlation(),
                cause,
                row.data());
    }

    @Test
    void moreDifferencesThanAnybodyReadsAreStillCounted() {
        for (int i = 0; i < 100; i++) {
            scene.refused.add("refusal " + i);
        }

        assertEquals(100, scene.check().count(Kind.LOST));
        assertEquals(20, scene.check().kept().size());
    }
}
