package io.huiyin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Quality, its boards and who carries out what they decide: takes a complaint's nonconformity to its end. */
public final class QualityRoom {

    private static final Person EXECUTOR = Person.of("孙工", "production");
    private static final List<String> WHOLE = List.of("rework", "repair", "scrap", "concession", "return-to-supplier");

    private final NonconformityApi nonconformities;

    public QualityRoom(Client client) {
        this.nonconformities = new NonconformityApi(client);
    }

    /** Does nothing for a complaint that has none. */
    public void handle(Matter matter) {
        Matter.Sheet sheet = matter.sheet;
        if (sheet == null || !sheet.id.isEmpty()) {
            return;
        }
        Answer listed = Client.await(
                "the nonconformity of " + matter,
                () -> nonconformities.ofComplaint(matter.id),
                answer -> answer.isOk() && !answer.nodes("/items").isEmpty());
        listed.expect(listed.nodes("/items").size() == 1, "one nonconformity");
        sheet.id = listed.string("/items/0/id");
        nonconformities.segregate(Staff.INSPECTOR, sheet.id).now("segregated");
        if (matter.chance(0.07)) {
            nonconformities.clear(Staff.QUALITY, sheet.id).now("cleared");
            sheet.cleared = true;
            return;
        }
        nonconformities.confirm(Staff.QUALITY, sheet.id).now("confirmed");
        boolean major = matter.chance(0.25);
        nonconformities
                .classify(Staff.QUALITY, sheet.id, major ? "major" : "minor")
                .now("classified");
        Person board = major ? Staff.COMPANY_BOARD : Staff.SITE_BOARD;
        nonconformities
                .convene(Staff.QUALITY, sheet.id, List.of(board.name(), Staff.QUALITY.name()))
                .now("under-review");
        if (matter.chance(0.1)) {
            nonconformities.propose(Staff.QUALITY, sheet.id, "rework", null).refusedBy("NCR-19");
        }
        nonconformities.opine(board, sheet.id).now("under-review");
        propose(matter, sheet);
        if (matter.chance(0.08)) {
            nonconformities.giveBack(board, sheet.id).now("under-review");
            propose(matter, sheet);
        }
        nonconformities.approve(board, sheet.id).now("disposition-approved");
        carryOut(matter, sheet, board);
        nonconformities.close(Staff.LEADER, sheet.id).now("closed");
    }

    /** All of it in one way, or a part in each of two. */
    private void propose(Matter matter, Matter.Sheet sheet) {
        if (matter.quantity >= 2 && matter.chance(0.3)) {
            int part = 1 + matter.dice.nextInt(matter.quantity - 1);
            nonconformities.propose(Staff.QUALITY, sheet.id, "rework", part).ok();
            nonconformities
                    .propose(Staff.QUALITY, sheet.id, "scrap", matter.quantity - part + 1)
                    .refusedBy("NCR-22");
            nonconformities
                    .propose(Staff.QUALITY, sheet.id, "scrap", matter.quantity - part)
                    .now("disposition-proposed");
            sheet.conceded = false;
        } else {
            String way = matter.oneOf(WHOLE);
            nonconformities.propose(Staff.QUALITY, sheet.id, way, null).now("disposition-proposed");
            sheet.conceded = way.equals("concession");
        }
    }

    /** Executes and checks whatever stands approved, and again what failed its re-inspection, until all is verified. */
    private void carryOut(Matter matter, Matter.Sheet sheet, Person board) {
        for (JsonNode part : standing(sheet, "approved")) {
            String id = part.path("dispositionId").asText();
            boolean again = List.of("rework", "repair")
                    .contains(part.path("disposition").asText());
            nonconformities.execute(EXECUTOR, sheet.id, id).ok();
            if (!again) {
                nonconformities.verify(Staff.QUALITY, sheet.id, id).ok();
            } else if (matter.chance(0.15)) {
                nonconformities.reinspect(Staff.INSPECTOR, sheet.id, "fail", id).now("under-review");
                sheet.failed++;
                judgeAgain(sheet, board, part);
            } else {
                nonconformities.reinspect(Staff.INSPECTOR, sheet.id, "pass", id).ok();
                sheet.passed++;
            }
        }
        if (!standing(sheet, "approved").isEmpty()) {
            carryOut(matter, sheet, board);
        }
    }

    private void judgeAgain(Matter.Sheet sheet, Person board, JsonNode failed) {
        nonconformities.propose(Staff.QUALITY, sheet.id, "scrap", null).refusedBy("NCR-19");
        nonconformities.opine(board, sheet.id).ok();
        Integer quantity =
                failed.path("quantity").isInt() ? failed.path("quantity").intValue() : null;
        nonconformities.propose(Staff.QUALITY, sheet.id, "rework", quantity).ok();
        nonconformities.approve(board, sheet.id).ok();
    }

    private List<JsonNode> standing(Matter.Sheet sheet, String status) {
        return nonconformities.get(sheet.id).ok().nodes("/dispositions").stream()
                .filter(part -> part.path("status").asText().equals(status))
                .toList();
    }
}
