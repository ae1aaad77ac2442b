package io.huiyin.kernel.relay;

import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.simulation.Actor;
import io.huiyin.kernel.simulation.Bug;
import io.huiyin.kernel.simulation.Database;
import io.huiyin.kernel.simulation.Instance;
import io.huiyin.kernel.simulation.Judge;
import io.huiyin.kernel.simulation.Matter;
import io.huiyin.kernel.simulation.Promise;
import io.huiyin.kernel.simulation.ServiceProcess;
import io.huiyin.kernel.simulation.SimulatedLease;
import io.huiyin.kernel.simulation.SimulatedLog;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The relay of an instance, as {@link EventRelay} runs it. */
public final class SimulatedRelay implements Actor {

    private static final int BATCH = 5;

    private final Instance instance;
    private final Database database;
    private final SimulatedLog log;
    private final Judge judge;
    private final Bug bug;
    private @Nullable Running running;

    public SimulatedRelay(Instance instance, Database database, SimulatedLog log, Judge judge, Bug bug) {
        this.instance = instance;
        this.database = database;
        this.log = log;
        this.judge = judge;
        this.bug = bug;
    }

    private record Running(ServiceProcess process, RelaySession session, SimulatedRelayLog log) {}

    @Override
    public void step() {
        ServiceProcess process = instance.process();
        Running now = running;
        if (now != null && now.process() != process) {
            end();
            now = null;
        }
        if (process == null) {
            return;
        }
        try {
            if (now == null) {
                begin(process);
            } else if (now.session().turn().next() == RelaySession.Next.OVER) {
                end();
            }
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            if (why.contains("cut back")) {
                throw process.world().broken(Promise.NEVER_STUCK, why);
            }
            process.world().tell(() -> "the relay of %s pauses: %s".formatted(process.name(), e));
            end();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void begin(ServiceProcess process) throws InterruptedException, ExecutionException, TimeoutException {
        Lease lease = new SimulatedLease(process, database, RelaySession.LEASE);
        OptionalLong epoch = lease.acquire();
        if (epoch.isPresent()) {
            SimulatedRelayLog writing = RelayBugs.log(bug, process, log, judge);
            RelaySession session = new RelaySession(
                    Matter.TOPIC,
                    BATCH,
                    RelayBugs.outbox(bug, process, database, judge),
                    writing,
                    lease,
                    epoch.getAsLong(),
                    process.world()::nanos);
            running = new Running(process, session, writing);
            session.takeOver();
            session.begin();
        }
    }

    private void end() {
        Running now = running;
        if (now != null) {
            now.log().close();
            running = null;
        }
    }
}
