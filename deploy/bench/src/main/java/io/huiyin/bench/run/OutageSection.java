package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The broker is killed and stays away while filings go on: what filing notices of it, and how soon all is shown when it is back. */
final class OutageSection implements Section {

    static final String NAME = "outage";

    private static final int CONNECTIONS = 64;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        for (int pass = 0; pass < rig.scale().passes(); pass++) {
            Duration outage = rig.scale().times().outage();
            double rate = rig.scale().amounts().outageRate();
            String how = outage.toSeconds() + " s without broker at " + Figures.of(rate) + "/s";
            try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
                Future<Outcome> filing = aside.submit(() -> rig.filing()
                        .open(CONNECTIONS, rate, outage.plus(rig.scale().times().afterwards())));
                rig.installation().kill("kafka");
                Thread.sleep(outage);
                long back = System.nanoTime();
                rig.installation().start(List.of("kafka"));
                long ready = System.nanoTime();
                At last = last(rig);
                rig.progress().awaitShown(last);
                report.add(NAME, "caught up after " + how, "s", (System.nanoTime() - ready) / 1e9);
                report.add(NAME, "the broker's own start", "s", (ready - back) / 1e9);
                Outcome filed = outcome(filing);
                report.add(NAME, "p99 of filing meanwhile", "ms", filed.percentile(99));
                report.add(NAME, "filings answered otherwise than 2xx", "", (double) filed.bad());
            }
            rig.awaitCaughtUp();
        }
    }

    private static At last(Rig rig) {
        return rig.databases()
                .query(
                        Databases.of("complaint"),
                        "select epoch, tx::text::bigint as tx, id from event order by epoch desc, tx desc, id desc limit 1",
                        At::read)
                .getFirst();
    }

    private static Outcome outcome(Future<Outcome> filing) throws IOException, InterruptedException {
        try {
            return filing.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
