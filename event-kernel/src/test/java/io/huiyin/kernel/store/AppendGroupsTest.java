package io.huiyin.kernel.store;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Position;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppendGroupsTest {

    /** A statement that is on its way until the test says what came of it. */
    private record Sent(List<Append> appends, @Nullable String mostWait, UniEmitter<? super List<Appended>> answer) {

        void written() {
            answer.complete(appends.stream().map(AppendGroupsTest::appended).toList());
        }

        void failed(Throwable failure) {
            answer.fail(failure);
        }
    }

    /** What an append came to, once it has. */
    private static final class Reply {
        private volatile @Nullable Appended appended;
        private volatile @Nullable Throwable failure;

        @Nullable
        String number() {
            Appended written = appended;
            return written == null ? null : written.number();
        }
    }

    private final PgException refused = new PgException("somebody was first", "ERROR", "23505", "");

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private AppendGroups groups = groups(Duration.ofHours(1));

    private AppendGroups groups(Duration patience) {
        return new AppendGroups(
                (appends, mostWait) ->
                        Uni.createFrom().emitter(answer -> sent.add(new Sent(appends, mostWait, answer))),
                patience);
    }

    private static Append append(String what) {
        NewEvent event =
                new NewEvent(UUID.randomUUID(), 1, "note", UUID.randomUUID(), "noted", 1, Instant.EPOCH, "{}", null);
        return new Append(List.of(event), new ActorName(what, what, ""), what, null, null, null, null);
    }

    private static Appended appended(Append append) {
        return new Appended(Position.START, Instant.EPOCH, append.correlationId());
    }

    private Reply send(Append append) {
        Reply reply = new Reply();
        groups.append(append).subscribe().with(done -> reply.appended = done, failure -> reply.failure = failure);
        return reply;
    }

    private List<Append> appendsOf(int group) {
        return sent.get(group).appends();
    }

    @Test
    void whoComesFirstWaitsForNobody() {
        Append first = append("first");

        Reply answer = send(first);

        assertEquals(List.of(first), appendsOf(0));
        assertNull(sent.getFirst().mostWait());
        sent.getFirst().written();
        assertEquals("first", answer.number());
    }

    @Test
    void whatComesMeanwhileGoesTogether() {
        send(append("first"));
        Append second = append("second");
        Append third = append("third");
        Reply secondAnswer = send(second);
        Reply thirdAnswer = send(third);
        assertEquals(1, sent.size());

        sent.getFirst().written();

        assertEquals(List.of(second, third), appendsOf(1));
        sent.get(1).written();
        assertEquals("second", secondAnswer.number());
        assertEquals("third", thirdAnswer.number());
    }

    @Test
    void aRefusedOneFailsAlone() {
        send(append("first"));
        Append twin = append("twin");
        Append other = append("other");
        Reply twinAnswer = send(twin);
        Reply otherAnswer = send(other);
        sent.getFirst().written();

        sent.get(1).failed(refused);

        assertEquals(List.of(twin), appendsOf(2));
        assertEquals(List.of(other), appendsOf(3));
        sent.get(2).failed(refused);
        sent.get(3).written();
        assertSame(refused, twinAnswer.failure);
        assertEquals("other", otherAnswer.number());
    }

    @Test
    void whatMayHaveBeenWrittenIsNotSentAgain() {
        send(append("first"));
        Reply second = send(append("second"));
        Reply third = send(append("third"));
        sent.getFirst().written();
        IOException broken = new IOException("the connection broke");

        sent.get(1).failed(broken);

        assertEquals(2, sent.size());
        assertSame(broken, second.failure);
        assertSame(broken, third.failure);
    }

    @Test
    void whatAServerThatShutsDownMayHaveWrittenIsNotSentAgain() {
        send(append("first"));
        send(append("second"));
        Reply third = send(append("third"));
        sent.getFirst().written();
        PgException shutDown = new PgException("terminating connection", "FATAL", "57P01", "");

        sent.get(1).failed(shutDown);

        assertEquals(2, sent.size());
        assertSame(shutDown, third.failure);
    }

    @Test
    void aSlowOneHoldsNobodyBackForLong() {
        groups = groups(Duration.ofMillis(1));
        send(append("slow"));
        Append patient = append("patient");
        Reply answer = send(patient);

        eventually("the next group goes", () -> sent.size() == 2);

        assertEquals(List.of(patient), appendsOf(1));
        sent.get(1).written();
        assertEquals("patient", answer.number());
    }

    @Test
    void aGroupIsNotWithoutBounds() {
        send(append("first"));
        List<Reply> answers = new ArrayList<>();
        IntStream.range(0, 100).forEach(i -> answers.add(send(append("waiting " + i))));

        sent.getFirst().written();

        assertEquals(64, appendsOf(1).size());
        sent.get(1).written();
        assertEquals(36, appendsOf(2).size());
        sent.get(2).written();
        assertTrue(answers.stream().allMatch(answer -> answer.number() != null));
    }
}
