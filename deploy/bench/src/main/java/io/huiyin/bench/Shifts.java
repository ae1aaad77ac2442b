package io.huiyin.bench;

/** Decides which services run while somebody works on one of them. */
interface Shifts {

    /** Called before the steps on a service; returns when it is ready for them. */
    void begin(Service service);

    /** Called when the work is done; returns when all are there. */
    void end();

    /** All run all the time. */
    static Shifts allAtWork() {
        return new Shifts() {
            @Override
            public void begin(Service service) {}

            @Override
            public void end() {}
        };
    }
}
