package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;

/** One part of what is measured; each can be asked for alone. */
interface Section {

    String name();

    /** Whether business time must be moved for it; all others are measured in real time. */
    default boolean needsVirtualClock() {
        return false;
    }

    void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException;
}
