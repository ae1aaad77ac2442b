package io.huiyin.embedded;

/** The signals that ask a process to end, and those that let it stand still and go on. */
enum Signal {
    TERM,
    /** PostgreSQL ends its clients' sessions, then itself. */
    INT,
    /** PostgreSQL ends at once, without a checkpoint. */
    QUIT,
    STOP,
    CONT
}
