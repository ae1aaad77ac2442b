package io.huiyin.report.page;

import io.huiyin.report.content.ReportContent.Incidents;
import io.huiyin.report.content.ReportContent.ItemBreakdown;
import io.huiyin.report.content.ReportContent.ItemLine;
import io.huiyin.report.content.ReportContent.ItemOthers;
import io.huiyin.report.statistics.NonconformityFigures.Concessions;
import io.huiyin.report.statistics.NonconformityFigures.Reinspections;
import java.util.ArrayList;
import java.util.List;

/** The section of quality incidents on the page. */
public final class IncidentsPart {

    private static final int NAME = 40;
    private static final int LISTED = 12;

    private final Incidents incidents;
    private final Wording words;

    IncidentsPart(Incidents incidents, Wording words) {
        this.incidents = incidents;
        this.words = words;
    }

    /** What stands out. */
    public List<Fact> facts() {
        Reinspections again = incidents.total().reinspections();
        Concessions conceded = incidents.total().concessions();
        return List.of(
                Fact.plain(
                        words.say("不合格起数", "Nonconformities"),
                        Labels.count(incidents.total().events()),
                        words.say("涉及 %s 件 · 上期 %s 起", "%s pieces · %s the period before")
                                .formatted(
                                        Labels.count(incidents.total().items()),
                                        Labels.count(incidents.previous().total()))),
                Fact.plain(
                        words.say("本期关闭", "Closed"),
                        Labels.count(incidents.closed()),
                        words.say("本期报告未关闭 %s 起", "%s of this period still open")
                                .formatted(Labels.count(incidents.total().open()))),
                Fact.plain(
                        words.say("复检合格率", "Re-inspections passed"),
                        words.percent(again.passRate()),
                        words.basis(again.passed(), again.passed() + again.failed())),
                Fact.plain(
                        words.say("让步接收率", "Concessions"),
                        words.percent(conceded.rate()),
                        words.basis(conceded.conceded(), conceded.disposed())));
    }

    /** Tables that have something to say. */
    public List<Cells> tables() {
        List<Cells> tables = new ArrayList<>();
        add(tables, words.say("按严重程度", "By severity"), incidents.bySeverity());
        add(tables, words.say("按来源", "By source"), incidents.bySource());
        add(tables, words.say("按处置方式", "By disposition"), incidents.byDisposition());
        add(tables, words.say("按原因", "By cause"), incidents.byCause());
        add(tables, words.say("按类别", "By category"), incidents.byCategory());
        add(tables, words.say("按产品", "By product"), incidents.byProduct());
        add(tables, words.say("按供方", "By supplier"), incidents.bySupplier());
        return tables;
    }

    private void add(List<Cells> tables, String heading, ItemBreakdown breakdown) {
        if (breakdown.lines().stream().noneMatch(line -> line.key() != null)) {
            return;
        }
        List<ItemLine> shown =
                breakdown.lines().subList(0, Math.min(LISTED, breakdown.lines().size()));
        List<Cells.Line> lines = new ArrayList<>();
        for (ItemLine line : shown) {
            String name = words.name(line.key());
            lines.add(new Cells.Line(
                    Labels.shortened(name, NAME),
                    name,
                    List.of(Labels.count(line.events()), Labels.count(line.items()), line.share()),
                    false));
        }
        if (shown.size() < breakdown.groups()) {
            lines.add(rest(breakdown, shown.size()));
        }
        tables.add(new Cells(heading, List.of(words.say("起", "Events"), words.say("件", "Pieces"), "%"), lines));
    }

    private Cells.Line rest(ItemBreakdown breakdown, int shown) {
        long events = 0;
        long items = 0;
        for (ItemLine line : breakdown.lines().subList(shown, breakdown.lines().size())) {
            events += line.events();
            items += line.items();
        }
        ItemOthers others = breakdown.others();
        if (others != null) {
            events += others.events();
            items += others.items();
        }
        String name = words.say("其余 %d 项", "%d others").formatted(breakdown.groups() - shown);
        return new Cells.Line(name, name, List.of(Labels.count(events), Labels.count(items), ""), true);
    }
}
