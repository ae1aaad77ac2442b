package io.huiyin.kernel.simulation;

/**
 * One life of a service. Whatever its parts ask of database and log goes through here: others may be served first, the call or its
 * answer may be lost, and any call may be the last thing the process does.
 */
public final class ServiceProcess {

    private static final int WAITS = 1_200;
    private static final int LOST = 25;
    private static final int KILLED = 15;

    private final World world;
    private final String name;
    private boolean dead;

    ServiceProcess(World world, String name) {
        this.world = world;
        this.name = name;
    }

    /** The process was killed: nothing of it may act any more. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Killed() {
            super("killed", null, false, false);
        }
    }

    /** Database or log did not answer; whether they did what was asked is not known. */
    public static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NoAnswer() {
            super("no answer", null, false, false);
        }
    }

    public String name() {
        return name;
    }

    public World world() {
        return world;
    }

    public boolean isDead() {
        return dead;
    }

    void kill() {
        world.tell(() -> "%s is killed".formatted(name));
        dead = true;
    }

    /** To be called before anything is asked. */
    public void asks() {
        passes();
    }

    /** To be called when the answer has come. */
    public void hears() {
        passes();
    }

    /** Waits a little, while others act. */
    public void lingers() {
        world.act();
        alive();
    }

    private void passes() {
        alive();
        world.wait(WAITS);
        if (world.chance(KILLED)) {
            kill();
        }
        alive();
        if (world.chance(LOST)) {
            world.tell(() -> "%s gets no answer".formatted(name));
            throw new NoAnswer();
        }
    }

    private void alive() {
        if (dead) {
            throw new Killed();
        }
    }
}
