package io.huiyin.kernel.projection;

import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.simulation.Actor;
import io.huiyin.kernel.simulation.Database;
import io.huiyin.kernel.simulation.Instance;
import io.huiyin.kernel.simulation.ServiceProcess;
import io.huiyin.kernel.simulation.SimulatedLease;
import io.huiyin.kernel.simulation.SimulatedLog;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs one generation of a view or a policy in an instance, as {@link EventConsumer} does. */
public final class SimulatedRunner implements Actor {

    private final Instance instance;
    private final Database database;
    private final SimulatedLog log;
    private final Function<ServiceProcess, Projection> view;
    private final int generation;
    private @Nullable ServiceProcess owner;
    private @Nullable ViewSession session;
    private Standing standing = new Standing();

    /**
     * A runner that has not begun.
     *
     * @param view made anew for each process
     */
    public SimulatedRunner(
            Instance instance,
            Database database,
            SimulatedLog log,
            Function<ServiceProcess, Projection> view,
            int generation) {
        this.instance = instance;
        this.database = database;
        this.log = log;
        this.view = view;
        this.generation = generation;
    }

    @Override
    public void step() {
        ServiceProcess process = instance.process();
        if (process == null) {
            return;
        }
        if (owner != process) {
            session = null;
            owner = process;
            standing = new Standing();
        }
        try {
            ViewSession now = session;
            if (now == null) {
                begin(process);
            } else if (now.turn() == ViewSession.Turn.OVER) {
                process.world().tell(() -> "%s begins again".formatted(process.name()));
                session = null;
            }
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            process.world().tell(() -> "a view of %s pauses: %s".formatted(process.name(), e));
            session = null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void begin(ServiceProcess process) throws InterruptedException, ExecutionException, TimeoutException {
        Projection projection = view.apply(process);
        Lease lease = new SimulatedLease(process, database, "view:" + projection.name() + "-" + generation);
        OptionalLong epoch = lease.acquire();
        if (epoch.isPresent()) {
            ViewSession begun = new ViewSession(
                    projection,
                    generation,
                    new SimulatedViewState(process, database, projection.name(), generation),
                    new SimulatedViewLog(process, log, projection),
                    lease,
                    epoch.getAsLong(),
                    process.world()::nanos,
                    standing);
            begun.begin();
            session = begun;
        } else {
            standing.forget();
        }
    }
}
