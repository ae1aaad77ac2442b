package io.huiyin.bench.faults;

import io.huiyin.bench.Answer;
import io.huiyin.bench.Client;
import io.huiyin.bench.FollowUpApi;
import io.huiyin.bench.Person;
import io.huiyin.bench.Staff;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Takes whatever follow-up is next, tries to reach the customer and writes down what he says. */
final class Caller {

    private static final List<String> ROLES = List.of("leader", "followup-agent", "followup-supervisor");
    private static final int LAST_DISSATISFIED_CONTACT = 3;

    private final FollowUpApi followUps;
    private final Person person;
    private final SplittableRandom dice;
    private final Consumer<String> dissatisfied;

    /**
     * A caller.
     *
     * @param dissatisfied is told of each follow-up that a new complaint will come of
     */
    Caller(Client client, int seat, long seed, Consumer<String> dissatisfied) {
        this.followUps = new FollowUpApi(client);
        this.person = Person.of("caller-" + seat, ROLES.get(seat % ROLES.size()));
        this.dice = new SplittableRandom(seed * 31 + seat);
        this.dissatisfied = dissatisfied;
    }

    void callNext() {
        Answer task = followUps.claimNext(person);
        if (task.status() == 204) {
            Client.pause(Duration.ofMillis(100));
            return;
        }
        String id = task.ok().id();
        if (dice.nextInt(10) == 0) {
            held(followUps.renew(person, id));
        }
        boolean reached = dice.nextInt(10) < 8;
        if (!held(followUps.attempt(person, id, reached ? "reached" : "no-answer", null)) || !reached) {
            return;
        }
        if (task.number("/contact") >= LAST_DISSATISFIED_CONTACT || dice.nextInt(4) > 0) {
            if (held(followUps.recordSatisfied(person, id, 3 + dice.nextInt(3)))) {
                followUps.review(Staff.SUPERVISOR, id).ok();
            }
        } else if (held(followUps.recordDissatisfied(person, id, 1, List.of("仍有异响")))) {
            dissatisfied.accept(id);
        }
    }

    /** Whether the task was still his: it may be waived meanwhile, and time may have moved past the lease. */
    private static boolean held(Answer answer) {
        if (answer.status() == 409) {
            return false;
        }
        answer.ok();
        return true;
    }
}
