package io.huiyin.bench;

import static io.huiyin.bench.Json.object;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verbs of nonconformity-service. */
final class NonconformityApi {

    private static final String NONCONFORMITIES = "/v1/nonconformities";

    private final Client client;

    NonconformityApi(Client client) {
        this.client = client;
    }

    Answer get(String id) {
        return client.get(Staff.AUDITOR, Service.NONCONFORMITY, NONCONFORMITIES + "/" + id);
    }

    Answer ofComplaint(String complaintId) {
        return client.get(Staff.AUDITOR, Service.NONCONFORMITY, NONCONFORMITIES + "?complaintId=" + complaintId);
    }

    Answer holds(String lot) {
        return client.get(Staff.WAREHOUSE, Service.NONCONFORMITY, "/v1/holds?lot=" + Client.encode(lot));
    }

    Answer file(Person by, Map<String, ?> body) {
        return client.post(by, Service.NONCONFORMITY, NONCONFORMITIES, body);
    }

    Answer segregate(Person by, String id) {
        return give(by, id, "segregate", object("location", "不合格品区 B-03"));
    }

    Answer confirm(Person by, String id) {
        return give(by, id, "confirm", object());
    }

    Answer clear(Person by, String id) {
        return give(by, id, "clear", object("reason", "复检合格，解除隔离。"));
    }

    Answer classify(Person by, String id, String severity) {
        return give(by, id, "classify", object("severity", severity));
    }

    Answer convene(Person by, String id, List<String> members) {
        return give(by, id, "convene", object("members", members));
    }

    Answer opine(Person by, String id) {
        return give(by, id, "opine", object("opinion", "可返工，返工后全检。", "vote", "agree"));
    }

    Answer propose(Person by, String id, String disposition, @Nullable Integer quantity) {
        return give(
                by,
                id,
                "propose-disposition",
                object("disposition", disposition, "reason", "轴承座清洗后可用。", "quantity", quantity));
    }

    Answer approve(Person by, String id) {
        return give(by, id, "approve", object("opinion", "同意处置"));
    }

    Answer giveBack(Person by, String id) {
        return give(by, id, "return", object("opinion", "请补充数量依据"));
    }

    Answer execute(Person by, String id, @Nullable String dispositionId) {
        return give(by, id, "execute", object("result", "已按处置意见完成。", "dispositionId", dispositionId));
    }

    Answer reinspect(Person by, String id, String result, @Nullable String dispositionId) {
        return give(
                by,
                id,
                "reinspect",
                object("result", result, "evidence", "复检记录 FJ-118", "dispositionId", dispositionId));
    }

    Answer verify(Person by, String id, @Nullable String dispositionId) {
        return give(by, id, "verify", object("dispositionId", dispositionId));
    }

    Answer close(Person by, String id) {
        return give(by, id, "close", object());
    }

    Answer give(Person by, String id, String verb, Map<String, ?> body) {
        return client.post(by, Service.NONCONFORMITY, NONCONFORMITIES + "/" + id + "/" + verb, body);
    }
}
