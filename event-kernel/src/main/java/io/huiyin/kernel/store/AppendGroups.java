package io.huiyin.kernel.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sends appends of different requests together: what comes while a group is under way waits for its return and goes with the next
 * one. So under load a commit, and the row of a serial number, is paid for once by many; without load nobody waits. A group is
 * written whole or not at all; when one of its appends is refused, each is sent again on its own, so that it fails alone.
 */
final class AppendGroups {

    /** The write transaction stays short. */
    private static final int MOST_APPENDS = 64;

    private static final int MOST_CHARACTERS = 1_000_000;

    private static final int MOST_UNDER_WAY = 4;

    /** How long a group waits for rows of somebody else, before each of its appends waits for itself. */
    private static final String MOST_WAIT = "500ms";

    /** Sends appends as one statement; the second argument is how long it waits for rows of somebody else. */
    interface Statement extends BiFunction<List<Append>, @Nullable String, Uni<List<Appended>>> {}

    private record Waiting(Append append, UniEmitter<? super Appended> answer) {}

    private static final class Group {
        private final List<Waiting> members;
        private boolean watched;

        private Group(List<Waiting> members) {
            this.members = members;
        }
    }

    private final Statement statement;
    private final Duration patience;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    /** The group that others wait for; null when none is under way that is not late. */
    private @Nullable Group current;

    private int underWay;

    /**
     * Groups of none yet.
     *
     * @param patience a group that is away for longer holds back nobody else
     */
    AppendGroups(Statement statement, Duration patience) {
        this.statement = statement;
        this.patience = patience;
    }

    /** Appends it, with others or alone; it fails for its own sake only. */
    Uni<Appended> append(Append append) {
        return Uni.createFrom().emitter(answer -> {
            Group next;
            synchronized (this) {
                waiting.add(new Waiting(append, answer));
                next = gather();
                if (next == null && current != null && !current.watched) {
                    watch(current);
                }
            }
            send(next);
        });
    }

    private void watch(Group group) {
        group.watched = true;
        Uni.createFrom().voidItem().onItem().delayIt().by(patience).subscribe().with(passed -> late(group));
    }

    /** The next group, now under way; null when nobody waits or somebody is to be waited for. */
    private @Nullable Group gather() {
        if (current != null || underWay == MOST_UNDER_WAY || waiting.isEmpty()) {
            return null;
        }
        List<Waiting> members = new ArrayList<>();
        int characters = 0;
        while (!waiting.isEmpty() && members.size() < MOST_APPENDS && characters < MOST_CHARACTERS) {
            Waiting next = waiting.remove();
            members.add(next);
            for (NewEvent event : next.append().events()) {
                characters += event.data().length();
            }
        }
        underWay++;
        current = new Group(members);
        return current;
    }

    private void send(@Nullable Group group) {
        if (group == null) {
            return;
        }
        List<Append> appends = group.members.stream().map(Waiting::append).toList();
        statement
                .apply(appends, appends.size() == 1 ? null : MOST_WAIT)
                .subscribe()
                .with(
                        appended -> {
                            returned(group);
                            for (int i = 0; i < appended.size(); i++) {
                                group.members.get(i).answer().complete(appended.get(i));
                            }
                        },
                        failure -> {
                            returned(group);
                            failed(group.members, failure);
                        });
    }

    private void late(Group group) {
        Group next = null;
        synchronized (this) {
            if (current == group) {
                current = null;
                next = gather();
            }
        }
        send(next);
    }

    private void returned(Group group) {
        Group next;
        synchronized (this) {
            underWay--;
            if (current == group) {
                current = null;
            }
            next = gather();
        }
        send(next);
    }

    private void failed(List<Waiting> members, Throwable failure) {
        if (members.size() > 1 && isRefusal(failure)) {
            members.forEach(this::sendAlone);
        } else {
            members.forEach(one -> one.answer().fail(failure));
        }
    }

    /** Whether nothing was written for certain: a server that shuts down or breaks may have committed before it said so. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof PgException refused
                && !String.valueOf(refused.getSqlState()).matches("(08|57P|58|XX).*");
    }

    private void sendAlone(Waiting one) {
        statement
                .apply(List.of(one.append()), null)
                .subscribe()
                .with(appended -> one.answer().complete(appended.getFirst()), one.answer()::fail);
    }
}
