package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.simulation.Bug;
import io.huiyin.kernel.simulation.Database;
import io.huiyin.kernel.simulation.Judge;
import io.huiyin.kernel.simulation.ServiceProcess;
import io.huiyin.kernel.simulation.SimulatedLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Relays as they must not be. */
final class RelayBugs {

    private RelayBugs() {}

    static SimulatedOutbox outbox(Bug bug, ServiceProcess process, Database database, Judge judge) {
        return switch (bug) {
            case NO_GAP_RULE -> new WithoutGapRule(process, database, judge);
            case ORDER_BY_ID_ALONE -> new OrderedById(process, database, judge);
            case LEASE_WITHOUT_EPOCH -> new WithoutEpoch(process, database, judge);
            case NONE, CHECKPOINT_BEFORE_ACK, VERSION_TAKEN_INSIDE, POLICY_WITHOUT_KEY ->
                new SimulatedOutbox(process, database, judge);
        };
    }

    static SimulatedRelayLog log(Bug bug, ServiceProcess process, SimulatedLog log, Judge judge) {
        return bug == Bug.CHECKPOINT_BEFORE_ACK
                ? new Impatient(process, log, judge)
                : new SimulatedRelayLog(process, log, judge);
    }

    /** Reads whatever is committed, also above transactions that are still open. */
    private static final class WithoutGapRule extends SimulatedOutbox {

        WithoutGapRule(ServiceProcess process, Database database, Judge judge) {
            super(process, database, judge);
        }

        @Override
        Page page(Position after, int limit) {
            List<EventEnvelope> committed = new ArrayList<>();
            database.after(after).forEach(committed::add);
            return new Page(committed.subList(0, Math.min(limit, committed.size())), false);
        }
    }

    /** Reads in the order of the identity column. */
    private static final class OrderedById extends SimulatedOutbox {

        OrderedById(ServiceProcess process, Database database, Judge judge) {
            super(process, database, judge);
        }

        @Override
        Page page(Position after, int limit) {
            List<EventEnvelope> settled = database.events().stream()
                    .filter(event -> event.position().id() > after.id()
                            && event.position().tx() < database.xmin())
                    .sorted(Comparator.comparing(event -> event.position().id()))
                    .limit(limit)
                    .toList();
            return new Page(settled, false);
        }
    }

    /** Moves the checkpoint whoever holds the lease now. */
    private static final class WithoutEpoch extends SimulatedOutbox {

        WithoutEpoch(ServiceProcess process, Database database, Judge judge) {
            super(process, database, judge);
        }

        @Override
        boolean holds(long leaseEpoch) {
            return true;
        }
    }

    /** Does not wait for acknowledgements before the checkpoint moves. */
    private static final class Impatient extends SimulatedRelayLog {

        Impatient(ServiceProcess process, SimulatedLog log, Judge judge) {
            super(process, log, judge);
        }

        @Override
        public void awaitAcknowledged(LogEnds ends) {
            // that is the bug
        }
    }
}
