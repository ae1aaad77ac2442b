package io.huiyin.bench.run;

import io.huiyin.bench.LoopDrive;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Cases driven the whole way round by the loop's generator, with all that it asks, waits for and is refused on the way. Virtual time must
 * go forward for that.
 */
final class LoopSection implements Section {

    static final String NAME = "loop";

    /** Where virtual time stands at first. */
    static final Instant BEGINNING = Instant.parse("2027-06-17T01:00:00Z");
    /** From then on three months of Mondays to Fridays without a holiday. */
    static final LocalDate FIRST_DAY = LocalDate.of(2027, 6, 21);

    /** No case takes longer. */
    private static final int WEEKS = 3;

    private static final int THREADS = 16;
    private static final long SEED = 20_261_126;

    private final LocalDate firstDay;

    /**
     * The section.
     *
     * @param firstDay a working day that virtual time has not come to yet; no holiday may follow soon
     */
    LoopSection(LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean needsVirtualClock() {
        return true;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        int loops = rig.scale().amounts().loops();
        LoopDrive drive = new LoopDrive(rig.access());
        if (rig.scale().counts()) {
            drive.drive(loops, SEED, THREADS, firstDay);
            rig.awaitCaughtUp();
        }
        for (int pass = 1; pass <= rig.scale().passes(); pass++) {
            Map<String, Double> before = rig.cpu().now();
            LoopDrive.Driven driven = drive.drive(loops, SEED + pass, THREADS, firstDay.plusWeeks((long) WEEKS * pass));
            rig.awaitCaughtUp();
            double used = Cpu.all(rig.cpu().since(before));
            double seconds = Outcome.seconds(driven.took());
            report.add(NAME, "whole loops, " + THREADS + " people", "1/s", loops / seconds);
            report.add(NAME, "their commands", "1/s", driven.commands() / seconds);
            report.add(NAME, "CPU per whole loop, all to all views", "ms", used / loops);
            report.add(NAME, "CPU per command of it", "ms", used / driven.commands());
            driven.stuck().stream().limit(3).forEach(report::note);
        }
    }
}
