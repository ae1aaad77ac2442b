package io.huiyin.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The callers, who take whatever task is next; the ledger sees to it that no two ever have the same. */
final class CallCentre {

    /** Asked that long without getting a task that should be there, a caller goes home. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MOST_UNANSWERED = 6;
    private static final int LAST_DISSATISFIED_CONTACT = 3;
    private static final List<String> ROLES =
            List.of("leader", "followup-agent", "followup-supervisor", "followup-agent");

    private final FollowUpApi followUps;
    /** Who is to be asked, by the complaint the task is about. */
    private final Map<String, Matter> awaited = new ConcurrentHashMap<>();
    /** Those of them who may be called today. */
    private final Map<String, Matter> today = new ConcurrentHashMap<>();

    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Queue<Matter> arriving = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    CallCentre(Client client) {
        this.followUps = new FollowUpApi(client);
    }

    /** Works off the day's tasks; answers the complaints that come of them. */
    List<Matter> work(ExecutorService people, int threads, List<Matter> handled) {
        handled.stream()
                .filter(matter -> !matter.isFailed() && matter.follow == Matter.Asked.AWAITED)
                .forEach(matter -> awaited.put(matter.id, matter));
        today.putAll(awaited);
        Together.run(
                people,
                IntStream.range(0, threads)
                        .<Runnable>mapToObj(seat -> () -> sit(caller(seat)))
                        .toList());
        today.forEach((id, matter) -> fail(matter, "nobody gets its follow-up"));
        today.clear();
        List<Matter> next = new ArrayList<>(arriving);
        arriving.clear();
        return next;
    }

    boolean isIdle() {
        return awaited.isEmpty();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private static Person caller(int seat) {
        return Person.of("caller-" + seat, ROLES.get(seat % ROLES.size()));
    }

    /** Until nothing is left that could be called today. */
    private void sit(Person caller) {
        long gaveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!today.isEmpty() && System.nanoTime() < gaveUpAt) {
            try {
                Answer task = followUps.claimNext(caller);
                if (task.status() == 204) {
                    Client.pause(Duration.ofMillis(100));
                } else {
                    call(caller, task.ok());
                    gaveUpAt = System.nanoTime() + PATIENCE.toNanos();
                }
            } catch (Unexpected e) {
                // Whoever cannot even ask, or is given what is not his, goes home: what he leaves undone shows.
                faults.add(e.getMessage());
                return;
            }
        }
    }

    private void call(Person caller, Answer task) {
        String id = task.id();
        @Nullable String holder = holders.putIfAbsent(id, caller.name());
        if (holder != null && !holder.equals(caller.name())) {
            throw new Unexpected(
                    "follow-up " + id + " is claimed by " + caller.name() + " while " + holder + " holds it");
        }
        Matter matter = today.get(task.string("/complaintId"));
        if (matter == null) {
            throw new Unexpected("follow-up " + id + " is not of this day: " + task.text());
        }
        try {
            matter.followUp = id;
            task.expect(task.number("/contact") == matter.contact, "contact " + matter.contact);
            speak(caller, matter, id);
        } catch (Unexpected e) {
            awaited.remove(matter.id);
            fail(matter, e.getMessage());
        } finally {
            holders.remove(id);
            today.remove(matter.id);
        }
    }

    private void speak(Person caller, Matter matter, String id) {
        if (matter.chance(0.1)) {
            Answer again = followUps.claimNext(caller).ok();
            again.expect(again.id().equals(id), "the task he holds");
            followUps.renew(caller, id).ok();
        }
        String outcome = outcome(matter);
        matter.attempts++;
        Answer tried = followUps.attempt(caller, id, outcome, null).ok();
        switch (outcome) {
            case "reached" -> record(caller, matter, id);
            case "refused" -> end(matter, tried, Matter.Asked.UNCONFIRMED, "unconfirmed");
            case "inconvenient" -> tried.now("rescheduled");
            default -> {
                matter.unanswered++;
                if (matter.unanswered == MOST_UNANSWERED) {
                    end(matter, tried, Matter.Asked.UNCONFIRMED, "unconfirmed");
                } else {
                    tried.now("rescheduled");
                }
            }
        }
    }

    private static String outcome(Matter matter) {
        double die = matter.dice.nextDouble();
        if (die < 0.68) {
            return "reached";
        }
        return die < 0.97
                ? matter.oneOf(List.of("no-answer", "busy", "wrong-number", "inconvenient", "no-answer"))
                : "refused";
    }

    private void record(Person caller, Matter matter, String id) {
        matter.reached = true;
        if (matter.contact >= LAST_DISSATISFIED_CONTACT || matter.chance(0.75)) {
            matter.score = 3 + matter.dice.nextInt(3);
            end(matter, followUps.recordSatisfied(caller, id, matter.score), Matter.Asked.CONTENT, "recorded");
            followUps.review(Staff.SUPERVISOR, id).now("closed");
        } else {
            matter.issues = matter.dice.nextInt(3);
            matter.score = matter.issues > 0 ? matter.dice.nextInt(6) : matter.dice.nextInt(3);
            List<String> issues = IntStream.range(0, matter.issues)
                    .mapToObj(issue -> "问题 " + issue)
                    .toList();
            end(
                    matter,
                    followUps.recordDissatisfied(caller, id, matter.score, issues),
                    Matter.Asked.DISSATISFIED,
                    "issue-open");
            arriving.add(matter.next());
        }
    }

    private void end(Matter matter, Answer answer, Matter.Asked how, String status) {
        answer.now(status);
        awaited.remove(matter.id);
        matter.follow = how;
    }

    private void fail(Matter matter, String why) {
        matter.failure = why;
        awaited.remove(matter.id);
    }
}
