package io.huiyin.bench.faults.evidence;

import io.huiyin.bench.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is known about an installation once it stands still.
 *
 * @param ledger every command and what was answered
 * @param misbehaviours answers that nobody should get
 * @param events by service, in log order
 * @param log by service, by partition and offset
 * @param relays where each relay stands
 * @param checkpoints where the views and policies stand
 * @param ends where each partition of each log ends
 * @param observations what was seen meanwhile: checkpoints that went back, tails that stuck, alarms that stay
 * @param rows of the views, by the name of the fold they are held to
 * @param statistics figures as a service tells them, by name
 * @param refusedReactions what policies wanted and a rule refused
 * @param consideredReactions ids of the events about which a policy found that nothing was to be done
 * @param deadLetters what views could not take
 * @param planted streams and records that were put there to do harm: no view shows them
 */
public record Evidence(
        List<Entry> ledger,
        List<Misbehaviour> misbehaviours,
        Map<Service, List<EventRow>> events,
        Map<Service, List<LogEntry>> log,
        Map<Service, RelayState> relays,
        List<Checkpoint> checkpoints,
        Map<Service, Map<Integer, Long>> ends,
        List<Observation> observations,
        Map<String, Map<String, Map<String, String>>> rows,
        Map<String, Long> statistics,
        List<String> refusedReactions,
        Set<String> consideredReactions,
        List<DeadLetter> deadLetters,
        Planted planted) {

    /** Something that was seen while it happened. */
    public record Observation(String invariant, String what) {}

    /** An event or record that a view set aside. */
    public record DeadLetter(Service service, String view, String subject, String text) {}

    /**
     * What was put there to do harm.
     *
     * @param streams aggregates whose events no view can take
     * @param foreign marks that records of ours carry which are no events
     */
    public record Planted(Set<String> streams, Set<String> foreign) {

        public static final Planted NOTHING = new Planted(Set.of(), Set.of());

        public Planted {
            streams = Set.copyOf(streams);
            foreign = Set.copyOf(foreign);
        }
    }
}
