package io.huiyin.bench;

/** Decides which services run while somebody works on one of them. */
interface Shifts {

    /** Called before the steps on a service; returns when it is ready for them. */
    void begin(Service service);

    /** All run all the time. */
    static Shifts allAtWork() {
        return service -> {};
    }
}
