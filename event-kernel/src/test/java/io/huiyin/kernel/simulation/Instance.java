package io.huiyin.kernel.simulation;

import org.jspecify.annotations.Nullable;

/** An instance of the service: started again some time after it was killed, under the same name. */
public final class Instance {

    private final World world;
    private final String name;
    private ServiceProcess process;
    private long startsAt;

    Instance(World world, String name) {
        this.world = world;
        this.name = name;
        this.process = new ServiceProcess(world, name);
    }

    /** The process that runs, or null while there is none. */
    public @Nullable ServiceProcess process() {
        if (process.isDead()) {
            if (startsAt == 0) {
                startsAt = world.nanos() + world.any(5_000) * 1_000_000L;
            }
            if (world.nanos() < startsAt) {
                return null;
            }
            startsAt = 0;
            process = new ServiceProcess(world, name);
            world.tell(() -> "%s starts".formatted(name));
        }
        return process;
    }

    void kill() {
        if (!process.isDead()) {
            process.kill();
        }
    }
}
