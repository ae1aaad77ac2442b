package io.huiyin.embedded;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a few complaints of the demo month further, one of them the whole way round, so that every list has something to show. */
final class DemoLoop {

    /** How the demo asks a service. */
    interface Asks {

        String get(String role, String service, String path) throws IOException, InterruptedException;

        String post(String role, String service, String path, String body, String key)
                throws IOException, InterruptedException;
    }

    /** A step: who gives which command with what. */
    private record Step(String role, String verb, String body) {}

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static final List<Step> TO_LIABILITY = List.of(
            new Step("complaint-owner", "classify", "{\"severity\":\"ordinary\",\"causeClass\":\"quality\"}"),
            new Step("complaint-owner", "start-investigation", "{\"departments\":[\"质量部\",\"生产部\"]}"),
            new Step("production", "record-finding", "{\"facts\":\"轴承座有金属屑\",\"cause\":\"装配前未清洗\"}"),
            new Step(
                    "quality",
                    "determine-liability",
                    "{\"party\":\"own\",\"cause\":\"quality\",\"department\":\"生产部\",\"reason\":\"调查记录\"}"));

    private static final Step PROPOSED = new Step(
            "complaint-owner",
            "propose-settlement",
            "{\"type\":\"repair\",\"amount\":{\"amount\":\"3000.00\",\"currency\":\"CNY\"},\"description\":\"更换轴承并补偿停机损失\"}");

    private static final List<Step> TO_CLOSING = List.of(
            PROPOSED,
            new Step("general-manager", "approve", "{\"opinion\":\"同意\"}"),
            new Step("agent", "inform-customer", "{\"channel\":\"phone\",\"text\":\"为您更换轴承并补偿\"}"),
            new Step("agent", "record-customer-decision", "{\"decision\":\"accepted\"}"),
            new Step("complaint-owner", "complete-measure", "{\"description\":\"轴承已更换\"}"),
            new Step("quality", "verify", "{\"result\":\"pass\"}"),
            new Step("complaint-owner", "close", "{}"));

    private static final List<Step> TO_REWORKED = List.of(
            new Step("inspector", "segregate", "{\"location\":\"不合格品区 B-03\"}"),
            new Step("quality", "confirm", "{}"),
            new Step("quality", "classify", "{\"severity\":\"minor\"}"),
            new Step("quality", "convene", "{\"members\":[\"demo-mrb-site\"]}"),
            new Step("mrb-site", "opine", "{\"opinion\":\"可返工\",\"vote\":\"agree\"}"),
            new Step("quality", "propose-disposition", "{\"disposition\":\"rework\",\"reason\":\"清洗后可用\"}"),
            new Step("mrb-site", "approve", "{\"opinion\":\"同意返工\"}"),
            new Step("production", "execute", "{\"result\":\"已清洗并重新装配\"}"),
            new Step("inspector", "reinspect", "{\"result\":\"pass\",\"evidence\":\"FJ-118\"}"),
            new Step("leader", "close", "{}"));

    private static final String UNHAPPY = "{\"answers\":[{\"question\":\"问题是否已解决？\",\"value\":\"否\"}],"
            + "\"satisfaction\":{\"score\":1,\"scale\":5},\"opinions\":\"夜间仍有异响\","
            + "\"issues\":[{\"description\":\"夜间仍有异响\",\"demand\":\"replacement\"}]}";

    private static final String HAPPY = "{\"answers\":[{\"question\":\"问题是否已解决？\",\"value\":\"是\"}],"
            + "\"satisfaction\":{\"score\":5,\"scale\":5},\"opinions\":\"已解决，满意\",\"issues\":[]}";

    private final Asks asks;
    private final String key;

    /** @param key begins every Idempotency-Key, so that nothing is done twice */
    DemoLoop(Asks asks, String key) {
        this.asks = asks;
        this.key = key;
    }

    /** To the determined liability: its nonconformity waits to be segregated. */
    void investigated(String complaint) throws IOException, InterruptedException {
        if (isAccepted(complaint)) {
            give("complaint", complaint, TO_LIABILITY);
        }
    }

    /** To a settlement that waits for the general manager. */
    void proposed(String complaint) throws IOException, InterruptedException {
        if (isAccepted(complaint)) {
            give("complaint", complaint, TO_LIABILITY);
            give("complaint", complaint, List.of(PROPOSED));
        }
    }

    /** To its closing; the follow-up waits for a caller. */
    void closed(String complaint) throws IOException, InterruptedException {
        if (isAccepted(complaint)) {
            give("complaint", complaint, TO_LIABILITY);
            give("complaint", complaint, TO_CLOSING);
        }
    }

    /** The whole way round: followed up, complained about again, answered, followed up until the customer is content. */
    void wholeWay(String complaint) throws IOException, InterruptedException {
        if (!isAccepted(complaint)) {
            return;
        }
        give("complaint", complaint, TO_LIABILITY);
        give("complaint", complaint, TO_CLOSING);
        String sheets = await("quality", "nonconformity", "/v1/nonconformities?complaintId=" + idOf(complaint));
        give("nonconformity", "/v1/nonconformities/" + id(sheets), TO_REWORKED);

        String first = askCustomer(idOf(complaint), UNHAPPY);
        String second = id(await("complaint-owner", "complaint", "/v1/complaints?originFollowUpId=" + first));
        give(
                "complaint",
                "/v1/complaints/" + second,
                List.of(new Step(
                        "complaint-owner", "decline", "{\"reason\":\"not-genuine\",\"answer\":\"声音来自客户空调，已当面说明。\"}")));
        String last = askCustomer(second, HAPPY);
        give(
                "followup",
                "/v1/follow-ups/" + last,
                List.of(new Step("followup-supervisor", "review", "{\"opinion\":\"同意结束\"}")));
    }

    private boolean isAccepted(String complaint) throws IOException, InterruptedException {
        return asks.get("complaint-owner", "complaint", complaint).contains("\"status\":\"accepted\"");
    }

    private void give(String service, String path, List<Step> steps) throws IOException, InterruptedException {
        for (Step step : steps) {
            asks.post(
                    step.role(),
                    service,
                    path + "/" + step.verb(),
                    step.body(),
                    key + "-" + idOf(path) + "-" + step.verb());
        }
    }

    /** In writing, which no call window forbids. */
    private String askCustomer(String complaint, String said) throws IOException, InterruptedException {
        String task = id(await("followup-agent", "followup", "/v1/follow-ups?complaintId=" + complaint));
        String claimed = asks.post(
                "followup-agent",
                "followup",
                "/v1/follow-ups/claim-next",
                "{\"channel\":\"email\"}",
                key + "-" + task + "-claim");
        if (!id(claimed).equals(task)) {
            throw new IOException("the demo was given another follow-up than its own: " + id(claimed));
        }
        give(
                "followup",
                "/v1/follow-ups/" + task,
                List.of(
                        new Step("followup-agent", "attempts", "{\"channel\":\"email\",\"outcome\":\"reached\"}"),
                        new Step("followup-agent", "record", said)));
        return task;
    }

    /** Asks again until the list has something: what one service does, the others know soon, not at once. */
    private String await(String role, String service, String list) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            String answer = asks.get(role, service, list);
            if (ID.matcher(answer).find()) {
                return answer;
            }
            if (Instant.now().isAfter(end)) {
                throw new IOException("the demo waits in vain for " + list);
            }
            Thread.sleep(100);
        }
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String id(String answer) throws IOException {
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new IOException("the demo got an answer without an id: " + answer);
        }
        return id.group(1);
    }
}
