package io.huiyin.bench.faults;

import static io.huiyin.bench.Json.object;

import io.huiyin.bench.Answer;
import io.huiyin.bench.Client;
import io.huiyin.bench.Person;
import io.huiyin.bench.Service;
import io.huiyin.bench.Staff;
import java.util.List;
import java.util.Map;

/** Takes one improvement action after another from its proposal to its end. */
final class Improver {

    private static final String ACTIONS = "/v1/improvement-actions";

    private final Client client;
    private int round;

    Improver(Client client) {
        this.client = client;
    }

    void improve() {
        round++;
        String id = client.post(
                        Staff.QUALITY,
                        Service.REPORT,
                        ACTIONS,
                        object("problem", "轴承座加工超差 " + round, "origin", object("kind", "review")))
                .ok()
                .id();
        give(
                Staff.QUALITY,
                id,
                "assign",
                object(
                        "department",
                        "生产部",
                        "person",
                        Staff.PRODUCTION.name(),
                        "requirement",
                        "三个月内无同类异响",
                        "dueOn",
                        "2030-12-20",
                        "verifyingDepartment",
                        "质量部",
                        "verifier",
                        Staff.QUALITY.name()));
        give(Staff.PRODUCTION, id, "start", object());
        done(id);
        if (round % 4 == 0) {
            give(Staff.QUALITY, id, "verify", object("result", "ineffective", "effect", "抽检仍有超差"));
            done(id);
        }
        give(Staff.QUALITY, id, "verify", object("result", "effective", "effect", "抽检全部合格"));
        give(Staff.QUALITY, id, "report-to-director", object("director", "李厂长", "text", "已整改，验证有效"));
        give(Staff.QUALITY, id, "close", object());
    }

    private void done(String id) {
        give(Staff.PRODUCTION, id, "report-done", object("result", "工艺卡已修订", "evidence", List.of("GY-118")));
    }

    private Answer give(Person by, String id, String verb, Map<String, ?> body) {
        return client.post(by, Service.REPORT, ACTIONS + "/" + id + "/" + verb, body)
                .ok();
    }
}
