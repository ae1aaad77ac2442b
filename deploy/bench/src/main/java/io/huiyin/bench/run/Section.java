package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;

/** One part of what is measured; each can be asked for alone. */
interface Section {

    String name();

    void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException;
}
