package io.huiyin.bench;

import static io.huiyin.bench.Json.object;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The owning desk and whom it asks: takes a complaint from its filing to its end, whichever its dice decide. */
public final class Desk {

    private static final List<String> CHANNELS = List.of("phone", "web", "email", "visit", "letter");
    private static final List<String> PRODUCTS = List.of("DR-40", "DR-60", "PK-7", "CV-2");
    private static final List<String> TIERS = List.of("complaint-owner", "general-manager", "chairman");
    private static final Map<String, Person> APPROVERS = Map.of(
            "complaint-owner", Staff.OWNER, "general-manager", Staff.GENERAL_MANAGER, "chairman", Staff.CHAIRMAN);

    private final ComplaintApi complaints;
    private final long seed;

    public Desk(Client client, long seed) {
        this.complaints = new ComplaintApi(client);
        this.seed = seed;
    }

    /** Drives it to its end; reads of a complaint from a follow-up that it is there first. */
    public void handle(Matter matter) {
        Answer filed = matter.origin == null ? file(matter) : find(matter);
        matter.id = filed.id();
        if (filed.string("/status").equals("clarifying")) {
            filed = clarify(matter);
        }
        filed.now("registered");
        if (matter.chance(0.2)) {
            complaints.acknowledge(Staff.AGENT, matter.id).now("registered");
        }
        if (matter.chance(matter.origin == null ? 0.08 : 0.3)) {
            complaints.decline(Staff.OWNER, matter.id).now("declined");
            matter.declined = true;
            matter.follow = matter.origin == null ? Matter.Asked.NOBODY : Matter.Asked.AWAITED;
            return;
        }
        complaints.accept(Staff.OWNER, matter.id).now("accepted");
        complaints.classify(Staff.OWNER, matter.id, matter.severity).now("classified");
        complaints.startInvestigation(Staff.OWNER, matter.id).now("investigating");
        investigate(matter);
        if (matter.chance(0.03)) {
            complaints.reopen(Staff.OWNER, matter.id).now("investigating");
            matter.waivedBefore++;
            matter.closed = false;
            investigate(matter);
        }
        matter.follow = matter.anonymous || matter.replyOnly ? Matter.Asked.WAIVED : Matter.Asked.AWAITED;
    }

    private Answer file(Matter matter) {
        matter.channel = matter.oneOf(CHANNELS);
        matter.severity = matter.chance(0.8) ? "ordinary" : matter.chance(0.75) ? "important" : "major";
        matter.quantity = 1 + matter.dice.nextInt(12);
        matter.anonymous = matter.chance(0.06);
        matter.replyOnly = !matter.anonymous && matter.chance(0.05);
        boolean complete = !matter.chance(0.12);
        String reference = "g" + seed + "-" + matter.root;
        return complaints
                .file(
                        Staff.AGENT,
                        object(
                                "channel",
                                matter.channel,
                                "source",
                                object("system", "loop-generator", "reference", reference),
                                "anonymous",
                                matter.anonymous,
                                "replyOnly",
                                matter.replyOnly,
                                "customer",
                                matter.anonymous
                                        ? null
                                        : object("name", "客户 " + reference, "phone", "139%08d".formatted(matter.root)),
                                "product",
                                object(
                                        "name",
                                        "机器",
                                        "model",
                                        matter.oneOf(PRODUCTS),
                                        "lot",
                                        "L-" + matter.dice.nextInt(20),
                                        "quantity",
                                        matter.quantity,
                                        "deliveredOn",
                                        "2026-10-01"),
                                "category",
                                "product-quality",
                                "issue",
                                "noise",
                                "severity",
                                matter.severity,
                                "description",
                                "第 " + matter.root + " 件：运行异常",
                                "demand",
                                complete ? "repair" : null))
                .ok();
    }

    private Answer find(Matter matter) {
        String origin = matter.origin == null ? "" : matter.origin;
        Answer listed = Client.await(
                "the complaint of follow-up " + origin,
                () -> complaints.ofFollowUp(origin),
                answer -> answer.isOk() && !answer.nodes("/items").isEmpty());
        listed.expect(listed.nodes("/items").size() == 1, "one complaint");
        Answer found = complaints.get(listed.string("/items/0/id")).ok();
        found.expect(found.string("/links/originFollowUpId").equals(origin), "origin " + origin);
        matter.severity = found.string("/severity").isEmpty() ? "ordinary" : found.string("/severity");
        return found;
    }

    private Answer clarify(Matter matter) {
        complaints.accept(Staff.OWNER, matter.id).is(409);
        if (matter.chance(0.5)) {
            complaints.askClarification(Staff.AGENT, matter.id, "请说明诉求").now("clarifying");
        }
        return complaints.clarify(Staff.AGENT, matter.id, object("demand", "repair", "answer", "要求维修"));
    }

    private void investigate(Matter matter) {
        complaints.recordFinding(Staff.PRODUCTION, matter.id).now("investigating");
        if (matter.chance(0.05)) {
            complaints.hold(Staff.OWNER, matter.id).ok();
            complaints.resume(Staff.OWNER, matter.id).ok();
        }
        String party = party(matter);
        String cause = cause(matter, party);
        complaints
                .determineLiability(Staff.QUALITY, matter.id, party, cause, party.equals("own") ? "生产部" : null)
                .now("liability-determined");
        if (party.equals("own") && cause.equals("quality") && matter.sheet == null) {
            matter.sheet = new Matter.Sheet();
        }
        @Nullable String tier = null;
        if (party.equals("own") || party.equals("shared")) {
            tier = settle(matter);
        }
        convince(matter, tier);
        complete(matter);
    }

    private static String party(Matter matter) {
        double die = matter.dice.nextDouble();
        if (die < 0.6) {
            return "own";
        }
        return matter.oneOf(List.of("customer", "transport", "supplier", "shared", "none"));
    }

    private static String cause(Matter matter, String party) {
        return switch (party) {
            case "own" -> matter.chance(0.75) ? "quality" : "service";
            case "customer" -> "misuse";
            case "transport" -> "handling";
            case "supplier", "shared" -> "quality";
            default -> "other";
        };
    }

    /** Proposes until somebody of the right tier approves; answers the tier. */
    private String settle(Matter matter) {
        double die = matter.dice.nextDouble();
        String tier = die < 0.6 ? TIERS.get(0) : die < 0.9 ? TIERS.get(1) : TIERS.get(2);
        @Nullable
        String amount = switch (tier) {
            case "complaint-owner" -> die < 0.2 ? null : 1 + matter.dice.nextInt(1000) + ".00";
            case "general-manager" -> 1001 + matter.dice.nextInt(4000) + ".00";
            default -> 5000 + matter.dice.nextInt(20000) + ".01";
        };
        complaints.proposeSettlement(Staff.OWNER, matter.id, "repair", amount).now("approval-pending");
        if (!tier.equals(TIERS.getFirst()) && matter.chance(0.3)) {
            complaints.approve(Staff.OWNER, matter.id).refusedBy("CMP-39");
        }
        if (matter.chance(0.1)) {
            complaints.informCustomer(Staff.AGENT, matter.id).refusedBy("CMP-40");
            complaints.giveBack(approver(tier), matter.id).now("investigating");
            complaints
                    .proposeSettlement(Staff.OWNER, matter.id, "repair", amount)
                    .now("approval-pending");
        }
        complaints.approve(approver(tier), matter.id).now("approved");
        return tier;
    }

    /** Tells the customer, and again, one tier higher, as often as he rejects it; the third time he gets the final answer. */
    private void convince(Matter matter, @Nullable String approvedBy) {
        @Nullable String tier = approvedBy;
        for (int rejections = 0; ; rejections++) {
            complaints.informCustomer(Staff.AGENT, matter.id).now("communicated");
            matter.asked = true;
            if (!matter.chance(rejections == 0 ? 0.2 : 0.4)) {
                complaints.recordDecision(Staff.AGENT, matter.id, "accepted").now("implementing");
                complaints.completeMeasure(Staff.OWNER, matter.id).now("implemented");
                return;
            }
            complaints.recordDecision(Staff.AGENT, matter.id, "rejected").now("rejected-by-customer");
            matter.rejected = true;
            if (rejections == 2) {
                complaints.giveFinalAnswer(Staff.GENERAL_MANAGER, matter.id).is(403);
                complaints.giveFinalAnswer(Staff.CHAIRMAN, matter.id).now("implemented");
                return;
            }
            complaints.refile(Staff.OWNER, matter.id).refusedBy("CMP-43");
            Answer escalated = complaints.escalate(Staff.OWNER, matter.id).now("approval-pending");
            tier = above(tier);
            escalated.expect(escalated.string("/settlement/tier").equals(tier), "tier " + tier);
            complaints.approve(approver(tier), matter.id).now("approved");
        }
    }

    private static String above(@Nullable String tier) {
        int place = tier == null ? 0 : TIERS.indexOf(tier);
        return TIERS.get(Math.min(place + 1, TIERS.size() - 1));
    }

    private static Person approver(String tier) {
        Person approver = APPROVERS.get(tier);
        if (approver == null) {
            throw new IllegalArgumentException(tier);
        }
        return approver;
    }

    private void complete(Matter matter) {
        if (matter.chance(0.08)) {
            complaints.verify(Staff.QUALITY, matter.id, "fail").now("implementing");
            complaints.close(Staff.OWNER, matter.id).refusedBy("CMP-49");
            complaints.completeMeasure(Staff.OWNER, matter.id).now("implemented");
        }
        complaints.verify(Staff.QUALITY, matter.id, "pass").now("verified");
        Answer closed = complaints.close(Staff.OWNER, matter.id).now("closed");
        matter.closed = true;
        Instant limit = closed.nodes("/deadlines").stream()
                .filter(deadline -> deadline.path("milestone").asText().equals("close"))
                .map(deadline -> Instant.parse(deadline.path("dueAt").asText()))
                // The one promised last: a reopened case has a new one.
                .reduce((former, last) -> last)
                .orElseThrow(() -> new Unexpected(matter + " has no limit for closing: " + closed.text()));
        matter.timely = !Instant.parse(closed.string("/closedAt")).isAfter(limit);
    }
}
