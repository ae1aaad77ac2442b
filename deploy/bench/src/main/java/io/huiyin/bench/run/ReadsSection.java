package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reading among all complaints: how long each question takes, and what readers do to those who file meanwhile. */
final class ReadsSection implements Section {

    static final String NAME = "reads";

    private static final int IDS = 5_000;
    private static final int FILING_CONNECTIONS = 64;
    private static final double FILING_RATE = 100;

    /**
     * A question.
     *
     * @param connections how many ask it at once
     */
    private record Question(String name, Load load, int connections) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        rig.history().fillTo(rig.scale().amounts().history());
        rig.awaitCaughtUp();
        Duration course = rig.scale().times().course();
        List<Question> questions = questions(rig);
        for (int pass = 0; pass < rig.scale().passes(); pass++) {
            for (Question question : questions) {
                Outcome read = question.load().closed(question.connections(), course);
                String how = question.name() + ", " + question.connections() + " at once";
                report.add(NAME, how, "1/s", read.good() / Outcome.seconds(read.lasted()));
                report.add(NAME, "p50 of " + how, "ms", read.percentile(50));
                report.add(NAME, "p99 of " + how, "ms", read.percentile(99));
                if (read.bad() > 0) {
                    report.note(question.name() + " got other answers than 2xx: " + read.answers());
                }
            }
            compile(rig, report);
            meanwhile(rig, questions, report);
        }
        long complaints = rig.databases().number(Databases.of("complaint"), "select count(*) from complaint_list");
        report.note("read among " + Figures.of((double) complaints) + " complaints");
    }

    private static List<Question> questions(Rig rig) {
        List<String> ids = rig.databases()
                .query(
                        Databases.of("complaint"),
                        "select id::text from complaint_list order by random() limit " + IDS,
                        row -> row.getString(1));
        String all = "from=" + History.BEGIN + "&to=" + History.BEGIN.plusYears(2);
        String month = "from=" + History.BEGIN + "&to=" + History.BEGIN.plusMonths(1);
        return List.of(
                new Question(
                        "a complaint by its id",
                        rig.reading("complaint", "auditor", "/v1/complaints/", ids),
                        Rig.USUAL),
                new Question("a page of the list", rig.reading("complaint", "auditor", "/v1/complaints"), Rig.USUAL),
                new Question(
                        "search for a word that many have",
                        rig.reading("complaint", "auditor", "/v1/complaints?q=%E5%BC%82%E5%93%8D"),
                        1),
                new Question(
                        "search for a customer that few are",
                        rig.reading("complaint", "auditor", "/v1/complaints?q=%E5%AE%A2%E6%88%B7%20007919"),
                        1),
                new Question(
                        "statistics of a month by product",
                        rig.reading("report", "auditor", "/v1/statistics/complaints?by=product&" + month),
                        1),
                new Question(
                        "statistics of all by product",
                        rig.reading("report", "auditor", "/v1/statistics/complaints?by=product&" + all),
                        1));
    }

    private static void compile(Rig rig, Report report) throws IOException, InterruptedException {
        Map<String, String> reports = new LinkedHashMap<>();
        reports.put("monthly-quality", History.BEGIN.plusMonths(18).toString().substring(0, 7));
        reports.put("yearly-quality", Integer.toString(History.BEGIN.getYear() + 1));
        for (Map.Entry<String, String> one : reports.entrySet()) {
            long began = System.nanoTime();
            rig.api()
                    .post(
                            "quality",
                            "report",
                            "/v1/reports",
                            "{\"kind\":\"%s\",\"period\":\"%s\"}".formatted(one.getKey(), one.getValue()));
            report.add(NAME, one.getKey() + " compiled", "s", (System.nanoTime() - began) / 1e9);
        }
    }

    /** Filing at a quiet rate: alone, and while one of each sort of reader asks without a pause. */
    private static void meanwhile(Rig rig, List<Question> questions, Report report)
            throws IOException, InterruptedException, SQLException {
        Duration course = rig.scale().times().course();
        Outcome alone = rig.filing().open(FILING_CONNECTIONS, FILING_RATE, course);
        rig.awaitCaughtUp();
        Outcome disturbed;
        try (ExecutorService readers = Executors.newCachedThreadPool()) {
            List<Future<Outcome>> reading = new ArrayList<>();
            for (Question question : questions) {
                reading.add(readers.submit(() -> question.load().closed(1, course)));
            }
            disturbed = rig.filing().open(FILING_CONNECTIONS, FILING_RATE, course);
            for (Future<Outcome> one : reading) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        rig.awaitCaughtUp();
        String how = "filing at " + Figures.of(FILING_RATE) + "/s beside readers (control: without)";
        report.add(NAME, "p50 of " + how, "ms", disturbed.percentile(50), alone.percentile(50));
        report.add(NAME, "p99 of " + how, "ms", disturbed.percentile(99), alone.percentile(99));
    }
}
