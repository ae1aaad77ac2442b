package io.huiyin.bench;

import static io.huiyin.bench.Json.cny;
import static io.huiyin.bench.Json.object;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verbs of complaint-service. */
final class ComplaintApi {

    private static final String COMPLAINTS = "/v1/complaints";

    private final Client client;

    ComplaintApi(Client client) {
        this.client = client;
    }

    Answer file(Person by, Map<String, ?> filing) {
        return client.post(by, Service.COMPLAINT, COMPLAINTS, filing);
    }

    Answer get(String id) {
        return client.get(Staff.AUDITOR, Service.COMPLAINT, COMPLAINTS + "/" + id);
    }

    /** The complaint that a dissatisfied follow-up made. */
    Answer ofFollowUp(String followUpId) {
        return client.get(Staff.AUDITOR, Service.COMPLAINT, COMPLAINTS + "?originFollowUpId=" + followUpId);
    }

    Answer history(String id) {
        return client.get(Staff.AUDITOR, Service.COMPLAINT, COMPLAINTS + "/" + id + "/history");
    }

    Answer askClarification(Person by, String id, String question) {
        return give(by, id, "ask-clarification", object("question", question));
    }

    Answer clarify(Person by, String id, Map<String, ?> given) {
        return give(by, id, "clarify", given);
    }

    Answer acknowledge(Person by, String id) {
        return give(by, id, "acknowledge", object("channel", "phone", "text", "来信收悉，正在处理。"));
    }

    Answer accept(Person by, String id) {
        return give(by, id, "accept", object("handler", by.name()));
    }

    Answer decline(Person by, String id) {
        return give(by, id, "decline", object("reason", "not-genuine", "answer", "经核实非我方产品问题，已向客户说明。"));
    }

    Answer classify(Person by, String id, String severity) {
        return give(by, id, "classify", object("severity", severity, "causeClass", "quality", "issue", "noise"));
    }

    Answer startInvestigation(Person by, String id) {
        return give(by, id, "start-investigation", object("departments", List.of("质量部", "生产部")));
    }

    Answer recordFinding(Person by, String id) {
        return give(
                by,
                id,
                "record-finding",
                object(
                        "facts",
                        "开箱检查，轴承座有金属屑。",
                        "cause",
                        "轴承装配前未清洗",
                        "evidence",
                        List.of("photo-0412.jpg"),
                        "production",
                        object("workshop", "总装车间", "shift", "夜班", "operator", "017", "date", "2026-10-12")));
    }

    Answer determineLiability(Person by, String id, String party, String cause, @Nullable String department) {
        return give(
                by,
                id,
                "determine-liability",
                object("party", party, "cause", cause, "department", department, "reason", "依据调查记录判定。"));
    }

    Answer proposeSettlement(Person by, String id, String type, @Nullable String amount) {
        return give(
                by,
                id,
                "propose-settlement",
                object("type", type, "amount", amount == null ? null : cny(amount), "description", "更换轴承并补偿停机损失。"));
    }

    Answer approve(Person by, String id) {
        return give(by, id, "approve", object("opinion", "同意"));
    }

    Answer giveBack(Person by, String id) {
        return give(by, id, "return", object("opinion", "原因分析不充分，退回补充。"));
    }

    Answer informCustomer(Person by, String id) {
        return give(by, id, "inform-customer", object("channel", "phone", "text", "已电话告知处理方案。"));
    }

    Answer recordDecision(Person by, String id, String decision) {
        return give(by, id, "record-customer-decision", object("decision", decision, "opinion", "客户意见已记录。"));
    }

    Answer refile(Person by, String id) {
        return give(by, id, "refile", object("reason", "客户不接受，重新调查。"));
    }

    Answer escalate(Person by, String id) {
        return give(by, id, "escalate", object("reason", "客户要求上级答复。"));
    }

    Answer giveFinalAnswer(Person by, String id) {
        return give(by, id, "give-final-answer", object("channel", "letter", "text", "最终答复：维持原方案。"));
    }

    Answer completeMeasure(Person by, String id) {
        return give(by, id, "complete-measure", object("description", "轴承已更换，补偿已支付。"));
    }

    Answer verify(Person by, String id, String result) {
        return give(by, id, "verify", object("result", result, "customerOpinion", "设备运行情况已回访确认。"));
    }

    Answer close(Person by, String id) {
        return give(by, id, "close", object());
    }

    Answer reopen(Person by, String id) {
        return give(by, id, "reopen", object("reason", "客户来电，同一故障再次出现。"));
    }

    Answer hold(Person by, String id) {
        return give(by, id, "hold", object("reason", "等待客户寄回样品", "waitingFor", "customer"));
    }

    Answer resume(Person by, String id) {
        return give(by, id, "resume", object());
    }

    Answer give(Person by, String id, String verb, Map<String, ?> body) {
        return client.post(by, Service.COMPLAINT, COMPLAINTS + "/" + id + "/" + verb, body);
    }
}
