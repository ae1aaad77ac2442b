package io.huiyin.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files a small made-up month through the public API, as other systems would, and says what is worth opening. */
final class Demo {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> urls;
    private final Keys keys;
    private final Path pages;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final YearMonth month;
    private final DemoLoop loop;

    private Demo(Map<String, String> urls, Keys keys, YearMonth month, Path pages, PrintStream out) {
        this.month = month;
        this.urls = urls;
        this.keys = keys;
        this.pages = pages;
        this.out = out;
        this.loop = new DemoLoop(
                new DemoLoop.Asks() {
                    @Override
                    public String get(String role, String service, String path)
                            throws IOException, InterruptedException {
                        return Demo.this.get(role, service, path);
                    }

                    @Override
                    public String post(String role, String service, String path, String body, String key)
                            throws IOException, InterruptedException {
                        return Demo.this.post(role, service, path, body, key).body();
                    }
                },
                "demo-loop-" + month);
    }

    /** Runs on a fresh or an old data folder: what was filed before is found again, nothing is filed twice. */
    static void run(List<Installation.Service> services, Keys keys, Instant now, Path pages, PrintStream out)
            throws IOException, InterruptedException {
        Map<String, String> urls =
                services.stream().collect(Collectors.toMap(Installation.Service::name, Installation.Service::url));
        YearMonth month = YearMonth.from(now.atZone(ZONE)).minusMonths(1);
        new Demo(urls, keys, month, pages, out).run();
    }

    private record Case(
            int day, String channel, String product, String issue, String severity, String text, String demand) {}

    /** One kind of trouble leads, as in life; the month before had fewer. */
    private static final List<Case> CASES = List.of(
            new Case(2, "phone", "干燥机 DR-40", "异响", "ordinary", "运行二十分钟后有金属摩擦声", "repair"),
            new Case(2, "web", "干燥机 DR-40", "异响", "ordinary", "启动时异响，震动明显", "repair"),
            new Case(3, "phone", "干燥机 DR-40", "漏水", "important", "底部漏水，车间地面积水", "replacement"),
            new Case(4, "email", "包装机 PK-7", "封口不良", "ordinary", "封口温度不稳，每百袋约五袋开口", "repair"),
            new Case(5, "visit", "干燥机 DR-60", "异响", "ordinary", "风机轴承声音大", "repair"),
            new Case(6, "phone", "包装机 PK-7", "封口不良", "important", "封口断裂，已停线", "replacement"),
            new Case(8, "agent", "输送带 CV-2", "发货延迟", "ordinary", "比约定晚到六天", "explanation"),
            new Case(9, "phone", "干燥机 DR-40", "异响", "important", "更换轴承后仍有异响", "replacement"),
            new Case(10, "web", "干燥机 DR-60", "温控失灵", "major", "温度超过设定四十度，自动停机未动作", "replacement"),
            new Case(11, "phone", "输送带 CV-2", "跑偏", "ordinary", "带子向右跑偏", "repair"),
            new Case(12, "letter", "包装机 PK-7", "随机资料缺失", "ordinary", "缺中文说明书", "document"),
            new Case(14, "phone", "干燥机 DR-40", "异响", "ordinary", "夜班反映噪音", "repair"),
            new Case(15, "web", "干燥机 DR-40", "漏水", "ordinary", "排水接口渗水", "repair"),
            new Case(17, "phone", "包装机 PK-7", "封口不良", "ordinary", "换膜后封口皱褶", "training"),
            new Case(18, "service-sheet", "干燥机 DR-60", "异响", "ordinary", "客户在服务单上注明噪音未消除", "repair"),
            new Case(20, "phone", "输送带 CV-2", "发货延迟", "ordinary", "第二批仍未发货", "delivery"),
            new Case(22, "technician", "干燥机 DR-40", "异响", "ordinary", "上门发现电机座螺栓松动", "repair"),
            new Case(24, "web", "包装机 PK-7", "封口不良", "ordinary", "封口边缘有毛刺", "repair"),
            new Case(26, "phone", "干燥机 DR-40", "漏水", "important", "同一台第二次漏水", "refund"),
            new Case(27, "phone", "干燥机 DR-60", "温控失灵", "important", "温控表显示跳动", "repair"));

    private static final List<String> CUSTOMERS =
            List.of("青岛海光食品", "苏州天合电子", "李雷", "长沙湘江制药", "韩梅梅", "广州南粤包装", "郑州中原面业");

    private String url(String service) {
        return Objects.requireNonNull(urls.get(service), service);
    }

    private void run() throws IOException, InterruptedException {
        out.println("filing a made-up month (" + month + ") ...");
        importFormerCases();
        List<String> positions = new ArrayList<>();
        String first = "";
        for (int i = 0; i < CASES.size(); i++) {
            HttpResponse<String> filed = file(i, CASES.get(i));
            filed.headers().firstValue("Event-Position").ifPresent(positions::add);
            first = first.isEmpty() ? filed.headers().firstValue("Location").orElse("") : first;
            work(i, filed);
            go(i, filed);
        }
        String report = report(positions);
        String page = save("monthly-report-" + month, report);
        out.printf("%nWorth opening (the addresses ask for a token: deploy/token auditor):%n");
        out.printf("  monthly report %s  %s%s%n", month, url("report"), report);
        out.printf("    as a page    %s%n", page);
        out.printf(
                "  statistics     %s/v1/statistics/complaints?from=%s&to=%s&by=product%n",
                url("report"), month.atDay(1), month.plusMonths(1).atDay(1));
        out.printf("  a complaint    %s%s/history%n", url("complaint"), first);
        out.printf("  the worklist   %s/v1/follow-ups?status=scheduled%n", url("followup"));
        out.printf("  sheets         %s/v1/nonconformities%n", url("nonconformity"));
        out.printf("  customers      %s/v1/customers%n", url("followup"));
        out.printf("  lots           %s/v1/lots%n", url("nonconformity"));
        out.printf("  events         %s/v1/events%n", url("complaint"));
    }

    /** Eleven months of history from "the former system", so that the report has a trend. */
    private void importFormerCases() throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("编号,日期,产品,问题,结果,及时,争议\n");
        int number = 0;
        for (int back = 11; back >= 1; back--) {
            YearMonth former = month.minusMonths(back);
            int count = 9 + (back * 7) % 6 + (back < 3 ? 3 : 0);
            for (int i = 0; i < count; i++) {
                Case kind = CASES.get((i * 3 + back) % CASES.size());
                number++;
                csv.append("ALT-%04d,%s,%s,%s,%s,%s,%s%n"
                        .formatted(
                                number,
                                former.atDay(1 + (i * 5) % former.lengthOfMonth()),
                                kind.product(),
                                kind.issue(),
                                "已解决",
                                i % 8 == 5 ? "否" : "是",
                                i % 9 == 4 ? "是" : "否"));
            }
        }
        String mapping = """
                {"sourceSystem":"demo-archive","zone":"Asia/Shanghai","deduplicate":"reference","fields":{
                 "reference":{"column":"编号"},"receivedAt":{"column":"日期"},"product":{"column":"产品"},
                 "issue":{"column":"问题"},"category":{"constant":"product-quality"},"outcome":{"column":"结果"},
                 "timely":{"column":"及时","values":{"是":"yes","否":"no"},"otherwise":"unknown"},
                 "disputed":{"column":"争议","values":{"是":"yes","否":"no"},"otherwise":"unknown"}}}""";
        String boundary = "huiyin-demo";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n" + mapping
                + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"archive.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + boundary + "--\r\n";
        HttpResponse<String> started = send(
                "complaint-owner",
                HttpRequest.newBuilder(URI.create(url("complaint") + "/v1/complaint-imports"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        String location = started.headers().firstValue("Location").orElseThrow(() -> unexpected(started));
        Instant end = Instant.now().plus(PATIENCE);
        while (!get("complaint-owner", "complaint", location).contains("\"completed\"")) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("the import of the demo does not end");
            }
            Thread.sleep(200);
        }
    }

    private HttpResponse<String> file(int index, Case one) throws IOException, InterruptedException {
        String customer = CUSTOMERS.get(index % CUSTOMERS.size());
        LocalDate day = month.atDay(one.day());
        String body = """
                {"channel":"%s","receivedAt":"%sT%02d:%02d:00+08:00","source":{"system":"demo","reference":"%s-%03d"},
                 "customer":{"name":"%s","phone":"1380000%04d"},
                 "product":{"name":"%s","lot":"L-%s%02d","quantity":1,"deliveredOn":"%s"},
                 "category":"product-quality","issue":"%s","severity":"%s","description":"%s","demand":"%s"}""".formatted(
                        one.channel(),
                        day,
                        9 + index % 8,
                        (index * 13) % 60,
                        month,
                        index + 1,
                        customer,
                        index % CUSTOMERS.size(),
                        one.product(),
                        month.minusMonths(2).format(DateTimeFormatter.ofPattern("yyMM", Locale.ROOT)),
                        1 + index % 3,
                        day.minusDays(40),
                        one.issue(),
                        one.severity(),
                        one.text(),
                        one.demand());
        HttpResponse<String> filed = post("agent", "complaint", "/v1/complaints", body, "demo-" + month + "-" + index);
        if (filed.statusCode() != 201 && filed.statusCode() != 200) {
            throw unexpected(filed);
        }
        return filed;
    }

    /** Most are accepted, one is declined with an answer, one is asked about. */
    private void work(int index, HttpResponse<String> filed) throws IOException, InterruptedException {
        if (!filed.body().contains("\"status\":\"registered\"")) {
            return;
        }
        String path = filed.headers().firstValue("Location").orElseThrow(() -> unexpected(filed));
        String key = "demo-work-" + month + "-" + index;
        if (index == 10) {
            post("agent", "complaint", path + "/ask-clarification", "{\"question\":\"请提供产品出厂编号\"}", key);
        } else if (index == 6) {
            String declined = "{\"reason\":\"not-genuine\",\"answer\":\"承运单显示按约定日期送达，已向客户说明。\"}";
            post("complaint-owner", "complaint", path + "/decline", declined, key);
        } else if (index % 5 != 4) {
            post("complaint-owner", "complaint", path + "/accept", "{\"handler\":\"王芳\"}", key);
        }
    }

    /** Some go further; one goes the whole way round. */
    private void go(int index, HttpResponse<String> filed) throws IOException, InterruptedException {
        String path = filed.headers().firstValue("Location").orElse("");
        switch (index) {
            case 0 -> loop.wholeWay(path);
            case 1, 8 -> loop.closed(path);
            case 5 -> loop.proposed(path);
            case 7 -> loop.investigated(path);
            default -> {
                // is left to whoever tries things out
            }
        }
    }

    /** Compiles, submits, approves and issues the month's report, each by the role that may. */
    private String report(List<String> positions) throws IOException, InterruptedException {
        for (String position : positions) {
            awaitFacts(position);
        }
        String body = "{\"kind\":\"monthly-quality\",\"period\":\"" + month + "\"}";
        String key = "demo-report-" + month;
        HttpResponse<String> compiled = post("quality", "report", "/v1/reports", body, key);
        String path = compiled.headers().firstValue("Location").orElseThrow(() -> unexpected(compiled));
        if (get("quality", "report", path).contains("\"status\":\"draft\"")) {
            post("quality", "report", path + "/submit", "{}", key + "-submit");
            post("factory-director", "report", path + "/approve", "{\"opinion\":\"同意签发\"}", key + "-approve");
            post("quality", "report", path + "/issue", "{\"distribution\":[\"生产部\",\"研发部\"]}", key + "-issue");
        }
        return path;
    }

    /** The report counts what has reached the report service: waits until the last complaint has. */
    private void awaitFacts(String position) throws IOException, InterruptedException {
        String path = "/v1/statistics/complaints?from=%s&to=%s"
                .formatted(month.atDay(1), month.plusMonths(1).atDay(1));
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            HttpResponse<String> answer = send(
                    "quality",
                    HttpRequest.newBuilder(URI.create(url("report") + path))
                            .header("If-Projection-At-Least", position));
            if (answer.statusCode() == 200) {
                return;
            }
            if (answer.statusCode() != 503 || Instant.now().isAfter(end)) {
                throw unexpected(answer);
            }
        }
    }

    /** The page for a browser, which has no token to show. */
    private String save(String name, String report) throws IOException, InterruptedException {
        Files.createDirectories(pages);
        for (String language : List.of("en", "zh-CN")) {
            HttpResponse<String> page = send(
                    "auditor",
                    HttpRequest.newBuilder(URI.create(url("report") + report))
                            .header("Accept", "text/html")
                            .header("Accept-Language", language));
            Files.writeString(pages.resolve(name + "." + language + ".html"), page.body());
        }
        return pages.resolve(name + ".zh-CN.html").toUri().toString();
    }

    private String get(String role, String service, String path) throws IOException, InterruptedException {
        return send(role, HttpRequest.newBuilder(URI.create(url(service) + path)))
                .body();
    }

    private HttpResponse<String> post(String role, String service, String path, String body, String key)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(
                role,
                HttpRequest.newBuilder(URI.create(url(service) + path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 400) {
            throw unexpected(answer);
        }
        return answer;
    }

    private HttpResponse<String> send(String role, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        String token = Token.sign(
                Token.claims(Token.options(List.of(role, "--name", "demo-" + role)), Instant.now()), keys.privateKey());
        return http.send(
                request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static IOException unexpected(HttpResponse<String> answer) {
        Matcher detail = Pattern.compile("\"title\":\"([^\"]*)\"").matcher(answer.body());
        return new IOException("the demo got " + answer.statusCode() + " from " + answer.uri()
                + (detail.find() ? ": " + detail.group(1) : ""));
    }
}
