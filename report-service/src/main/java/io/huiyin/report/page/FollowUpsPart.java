package io.huiyin.report.page;

import io.huiyin.report.content.ReportContent.AgentLine;
import io.huiyin.report.content.ReportContent.CountLine;
import io.huiyin.report.content.ReportContent.Dissatisfaction;
import io.huiyin.report.content.ReportContent.FollowUps;
import io.huiyin.report.statistics.FollowUpFigures;
import io.huiyin.report.statistics.FollowUpFigures.Satisfaction;
import io.huiyin.report.statistics.FollowUpFigures.Score;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section of follow-ups on the page. */
public final class FollowUpsPart {

    private static final int NAME = 40;
    private static final int LISTED = 12;

    private final FollowUps followUps;
    private final Wording words;

    FollowUpsPart(FollowUps followUps, Wording words) {
        this.followUps = followUps;
        this.words = words;
    }

    /** One score: how often, and how long its bar is in percent of the longest. */
    public record Bar(String label, String count, String share, long length) {}

    /** What stands out. */
    public List<Fact> facts() {
        FollowUpFigures total = followUps.total();
        Satisfaction satisfaction = total.satisfaction();
        return List.of(
                Fact.plain(
                        words.say("回访率", "Follow-up rate"),
                        words.percent(total.rate()),
                        words.basis(total.recorded(), total.due())),
                Fact.plain(
                        words.say("客户满意率", "Satisfied"),
                        words.percent(satisfaction.rate()),
                        words.basis(satisfaction.satisfied(), satisfaction.answers())),
                Fact.plain(
                        words.say("平均得分", "Mean score"),
                        satisfaction.mean() == null ? "—" : satisfaction.mean(),
                        words.say("0–5 分制", "of 0–5")),
                Fact.plain(
                        words.say("不满意", "Dissatisfied"),
                        Labels.count(total.dissatisfied()),
                        words.say("提出问题 %s 个", "%s issues raised").formatted(Labels.count(total.issues()))));
    }

    /** All counts in one sentence. */
    public String counts() {
        FollowUpFigures total = followUps.total();
        return words.say(
                        "到期 %s 次（%s 个事项），联系上 %s 次，已记录 %s 次；未能确认 %s 次，免回访 %s 次。",
                        "Due %s (%s cases), reached %s, recorded %s; unconfirmed %s, waived %s.")
                .formatted(
                        Labels.count(total.due()),
                        Labels.count(total.cases().due()),
                        Labels.count(total.reached()),
                        Labels.count(total.recorded()),
                        Labels.count(total.unconfirmed()),
                        Labels.count(total.waived()));
    }

    /** The distribution of scores, the highest first. */
    public List<Bar> scores() {
        List<Score> given = followUps.total().satisfaction().distribution();
        long most = given.stream().mapToLong(Score::count).max().orElse(1);
        return given.reversed().stream()
                .map(score -> new Bar(
                        score.score() + " / " + score.scale(),
                        Labels.count(score.count()),
                        score.share(),
                        score.count() * 100 / most))
                .toList();
    }

    /** By whom; null when nothing was due. */
    public @Nullable Cells agents() {
        if (followUps.byAgent().isEmpty()) {
            return null;
        }
        List<Cells.Line> lines = new ArrayList<>();
        for (AgentLine line : followUps.byAgent()) {
            String name = line.agent() == null ? words.say("（尚无人办理）", "(nobody yet)") : line.agent();
            lines.add(new Cells.Line(
                    Labels.shortened(name, NAME),
                    name,
                    List.of(
                            Labels.count(line.due()),
                            Labels.count(line.reached()),
                            Labels.count(line.recorded()),
                            words.percent(line.rate()),
                            line.mean() == null ? "—" : line.mean(),
                            Labels.count(line.dissatisfied())),
                    false));
        }
        return new Cells(
                words.say("按回访人", "By agent"),
                List.of(
                        words.say("到期", "Due"),
                        words.say("联系上", "Reached"),
                        words.say("已记录", "Recorded"),
                        words.say("回访率", "Rate"),
                        words.say("平均得分", "Mean"),
                        words.say("不满意", "Dissatisfied")),
                lines);
    }

    /** Causes of dissatisfaction that are known. */
    public List<Cells> causes() {
        Dissatisfaction causes = followUps.dissatisfaction();
        List<Cells> tables = new ArrayList<>();
        add(tables, words.say("按查明的原因", "By cause found"), causes.byCause());
        add(tables, words.say("按责任部门", "By department"), causes.byDepartment());
        add(tables, words.say("按产品", "By product"), causes.byProduct());
        add(tables, words.say("按原投诉问题", "By issue complained of"), causes.byIssue());
        return tables;
    }

    private void add(List<Cells> tables, String heading, List<CountLine> counted) {
        if (counted.isEmpty()) {
            return;
        }
        List<Cells.Line> lines = counted.stream()
                .limit(LISTED)
                .map(line -> {
                    String name = words.name(line.key());
                    return new Cells.Line(
                            Labels.shortened(name, NAME),
                            name,
                            List.of(Labels.count(line.count()), line.share()),
                            false);
                })
                .toList();
        tables.add(new Cells(heading, List.of(words.say("次", "Count"), "%"), lines));
    }
}
