package io.huiyin.bench.run;

import io.huiyin.embedded.Access;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Cases of "a former system", two years of them, taken over by imports: an event each. */
final class History {

    /** The first day of them, and how many days they are spread over. */
    static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);

    private static final int DAYS = 730;
    /** Files of more are awkward to make. */
    private static final int MOST_ROWS = 250_000;

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final String BOUNDARY = "huiyin-bench";

    private static final List<String> PRODUCTS = List.of("干燥机 DR-40", "干燥机 DR-60", "包装机 PK-7", "输送带 CV-2");
    private static final List<String> ISSUES = List.of("异响", "漏水", "封口不良", "发货延迟", "温控失灵", "跑偏", "随机资料缺失");
    private static final List<String> CHANNELS = List.of("phone", "web", "email", "letter");

    private static final String MAPPING = """
            {"sourceSystem":"bench-archive","zone":"Asia/Shanghai","deduplicate":"reference","fields":{\
            "reference":{"column":"编号"},"receivedAt":{"column":"日期"},"channel":{"column":"渠道"},\
            "product":{"column":"产品"},"issue":{"column":"问题"},"category":{"constant":"product-quality"},\
            "region":{"column":"地区"},"customerName":{"column":"客户"},"description":{"column":"描述"},\
            "outcome":{"constant":"已解决"},"timely":{"column":"及时"},"disputed":{"column":"争议"}}}""";

    private final Access access;
    private final Api api;
    private int rows;

    History(Access access, Api api) {
        this.access = access;
        this.api = api;
    }

    /** Imports so many more cases and waits until all are committed; what follows of them may come later. */
    void add(int count) throws IOException, InterruptedException, SQLException {
        for (int left = count; left > 0; left -= MOST_ROWS) {
            Path file = write(Math.min(left, MOST_ROWS));
            try {
                hand(file);
            } finally {
                Files.delete(file);
            }
        }
    }

    /** Imports what is missing to so many. */
    void fillTo(int count) throws IOException, InterruptedException, SQLException {
        add(count - rows);
    }

    private void hand(Path file) throws IOException, InterruptedException, SQLException {
        String part =
                "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"archive.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n";
        Api.Reply started = api.send(
                "complaint-owner",
                "complaint",
                "/v1/complaint-imports",
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(
                                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n"
                                                + MAPPING + part),
                                BodyPublishers.ofFile(file),
                                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Api.Reply progress = api.get("complaint-owner", "complaint", started.location());
            String status = progress.body().path("status").asText();
            if (status.equals("completed") && progress.body().path("rejected").asInt() == 0) {
                return;
            }
            if (!status.equals("running") || System.nanoTime() > end) {
                throw new IOException("the import does not complete: " + progress.body());
            }
            Thread.sleep(50);
        }
    }

    private Path write(int count) throws IOException {
        Path file = Files.createTempFile(access.data(), "history", ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("编号,日期,渠道,产品,问题,地区,客户,描述,及时,争议\n");
            for (int i = 0; i < count; i++) {
                int row = rows++;
                // A number without pattern, always the same for a row.
                int dice = (int) ((row * 2_654_435_761L / 256) & 0xFFFF);
                String issue = ISSUES.get(dice % ISSUES.size());
                out.write("H-%07d,%s,%s,%s,%s,地区 %02d,客户 %06d,%s：开机两小时后出现 %04d,%s,%s%n"
                        .formatted(
                                row,
                                BEGIN.plusDays(dice % DAYS),
                                CHANNELS.get(dice % CHANNELS.size()),
                                PRODUCTS.get(dice / 7 % PRODUCTS.size()),
                                issue,
                                dice % 31,
                                (int) (row * 7919L % 300_000),
                                issue,
                                dice % 10_000,
                                dice % 8 == 5 ? "no" : "yes",
                                dice % 9 == 4 ? "yes" : "no"));
            }
        }
        return file;
    }
}
