package io.huiyin.kernel.simulation;

/** Somebody who acts when the world says so. */
public interface Actor {

    /** Does one thing and returns; nothing but a broken promise may be thrown. */
    void step();
}
