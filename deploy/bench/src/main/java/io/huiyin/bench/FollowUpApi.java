package io.huiyin.bench;

import static io.huiyin.bench.Json.object;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verbs of followup-service. */
public final class FollowUpApi {

    private static final String FOLLOW_UPS = "/v1/follow-ups";

    private final Client client;

    public FollowUpApi(Client client) {
        this.client = client;
    }

    public Answer get(String id) {
        return client.get(Staff.AUDITOR, Service.FOLLOWUP, FOLLOW_UPS + "/" + id);
    }

    public Answer ofComplaint(String complaintId) {
        return client.get(Staff.AUDITOR, Service.FOLLOWUP, FOLLOW_UPS + "?complaintId=" + complaintId);
    }

    public Answer mine(Person by) {
        return client.get(by, Service.FOLLOWUP, FOLLOW_UPS + "/mine");
    }

    /** 200 with the task, or 204 when none may be called now. */
    public Answer claimNext(Person by) {
        return client.post(by, Service.FOLLOWUP, FOLLOW_UPS + "/claim-next", object("channel", "phone"));
    }

    public Answer renew(Person by, String id) {
        return give(by, id, "renew", object());
    }

    public Answer release(Person by, String id) {
        return give(by, id, "release", object());
    }

    public Answer attempt(Person by, String id, String outcome, @Nullable String nextContactAt) {
        return give(by, id, "attempts", object("channel", "phone", "outcome", outcome, "nextContactAt", nextContactAt));
    }

    public Answer recordSatisfied(Person by, String id, int score) {
        return give(
                by,
                id,
                "record",
                object(
                        "answers",
                        List.of(object("question", "问题是否已解决？", "value", "是")),
                        "satisfaction",
                        object("score", score, "scale", 5),
                        "opinions",
                        "处理及时，满意。",
                        "issues",
                        List.of()));
    }

    public Answer recordDissatisfied(Person by, String id, int score, List<String> issues) {
        return give(
                by,
                id,
                "record",
                object(
                        "answers",
                        List.of(object("question", "问题是否已解决？", "value", "否")),
                        "satisfaction",
                        object("score", score, "scale", 5),
                        "opinions",
                        "更换后仍有异响，不满意。",
                        "issues",
                        issues.stream()
                                .map(issue ->
                                        object("description", issue, "severity", "ordinary", "demand", "replacement"))
                                .toList()));
    }

    public Answer review(Person by, String id) {
        return give(by, id, "review", object("opinion", "记录完整，同意结束。"));
    }

    public Answer give(Person by, String id, String verb, Map<String, ?> body) {
        return client.post(by, Service.FOLLOWUP, FOLLOW_UPS + "/" + id + "/" + verb, body);
    }
}
