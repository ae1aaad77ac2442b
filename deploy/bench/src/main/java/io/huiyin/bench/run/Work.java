package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;

/** Something to do with an installation. */
@FunctionalInterface
interface Work {

    void run() throws IOException, InterruptedException, SQLException;
}
