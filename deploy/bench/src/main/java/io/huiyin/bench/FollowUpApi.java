package io.huiyin.bench;

import static io.huiyin.bench.Json.object;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verbs of followup-service. */
final class FollowUpApi {

    private static final String FOLLOW_UPS = "/v1/follow-ups";

    private final Client client;

    FollowUpApi(Client client) {
        this.client = client;
    }

    Answer get(String id) {
        return client.get(Staff.AUDITOR, Service.FOLLOWUP, FOLLOW_UPS + "/" + id);
    }

    Answer ofComplaint(String complaintId) {
        return client.get(Staff.AUDITOR, Service.FOLLOWUP, FOLLOW_UPS + "?complaintId=" + complaintId);
    }

    Answer mine(Person by) {
        return client.get(by, Service.FOLLOWUP, FOLLOW_UPS + "/mine");
    }

    /** 200 with the task, or 204 when none may be called now. */
    Answer claimNext(Person by) {
        return client.post(by, Service.FOLLOWUP, FOLLOW_UPS + "/claim-next", object("channel", "phone"));
    }

    Answer renew(Person by, String id) {
        return give(by, id, "renew", object());
    }

    Answer release(Person by, String id) {
        return give(by, id, "release", object());
    }

    Answer attempt(Person by, String id, String outcome, @Nullable String nextContactAt) {
        return give(by, id, "attempts", object("channel", "phone", "outcome", outcome, "nextContactAt", nextContactAt));
    }

    Answer recordSatisfied(Person by, String id, int score) {
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

    Answer recordDissatisfied(Person by, String id, int score, List<String> issues) {
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

    Answer review(Person by, String id) {
        return give(by, id, "review", object("opinion", "记录完整，同意结束。"));
    }

    Answer give(Person by, String id, String verb, Map<String, ?> body) {
        return client.post(by, Service.FOLLOWUP, FOLLOW_UPS + "/" + id + "/" + verb, body);
    }
}
