package io.huiyin.complaint;

import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.ComplaintCommand.LinkFollowUp;
import io.huiyin.complaint.ComplaintCommand.NoteNonconformity;
import io.huiyin.complaint.ComplaintEvent.FollowUpLinked;
import io.huiyin.complaint.ComplaintEvent.NonconformityNoted;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** a case knows its nonconformities and follow-ups, whatever has become of it. */
class LinkingTest {

    private static final UUID NONCONFORMITY = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000031");
    private static final UUID FOLLOW_UP = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000021");
    private static final NoteNonconformity OPENED = new NoteNonconformity(NONCONFORMITY, "NC1", "opened");

    static Stream<Steps> everyState() {
        return Stream.of(
                Steps.registered(),
                Steps.registered().investigating(),
                Steps.registered().pending(null),
                Steps.registered().rejected(),
                Steps.registered().closed(),
                Steps.registered().then(Cases.decline()));
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void itIsNotedInEveryStateAndChangesNone(Steps steps) {
        ComplaintStatus before = steps.state().status();
        complaint()
                .given(steps.history())
                .when(OPENED)
                .then(new NonconformityNoted(NONCONFORMITY, "NC1", "opened"))
                .thenState(state -> {
                    assertEquals(before, caseOf(state).status());
                    assertEquals(List.of(NONCONFORMITY), caseOf(state).links().nonconformityIds());
                });
        complaint().given(steps.history()).when(new LinkFollowUp(FOLLOW_UP)).then(new FollowUpLinked(FOLLOW_UP));
    }

    @Test
    void sayingItTwiceIsNoNews() {
        complaint()
                .given(Steps.registered().then(OPENED).history())
                .when(OPENED)
                .thenNothing();
        complaint()
                .given(Steps.registered().then(new LinkFollowUp(FOLLOW_UP)).history())
                .when(new LinkFollowUp(FOLLOW_UP))
                .thenNothing();
    }

    @Test
    void aNonconformityMovesOnAndStaysOneLink() {
        Steps closed = Steps.registered().then(OPENED).then(new NoteNonconformity(NONCONFORMITY, "NC1", "closed"));
        assertEquals(
                List.of(new Complaint.NonconformityLink(NONCONFORMITY, "NC1", "closed")),
                closed.state().links().nonconformities());
    }

    @Test
    void aComplaintThatNobodyFiledIsNotLinked() {
        complaint().given().when(OPENED).thenRefused(ComplaintRefusal.NOT_FILED);
        complaint().given().when(new LinkFollowUp(FOLLOW_UP)).thenRefused(ComplaintRefusal.NOT_FILED);
    }
}
