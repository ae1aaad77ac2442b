package io.huiyin.embedded;

/** The signals that ask a process to end. */
enum Signal {
    TERM,
    /** PostgreSQL ends its clients' sessions, then itself. */
    INT,
    /** PostgreSQL ends at once, without a checkpoint. */
    QUIT
}
