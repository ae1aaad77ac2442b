package io.huiyin.report.page;

import io.huiyin.report.Person;
import io.huiyin.report.ReportAnswer;
import io.huiyin.report.content.ReportContent;
import io.huiyin.report.content.ReportContent.Breakdown;
import io.huiyin.report.content.ReportContent.ComplaintFigures;
import io.huiyin.report.content.ReportContent.Line;
import io.huiyin.report.content.ReportContent.Month;
import io.huiyin.report.content.ReportContent.Section;
import io.huiyin.report.content.ReportContent.TargetResult;
import io.huiyin.report.content.ReportContent.Title;
import io.huiyin.report.statistics.Answered;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the printed page shows, computed from the report as it is stored and from nothing else. */
public final class ReportPage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);
    private static final int NAME = 64;
    private static final int BESIDE = 44;
    private static final int LISTED = 20;
    private static final double DAILY = 190;
    private static final double MONTHLY = 190;

    private final ReportAnswer report;
    private final ReportContent content;
    private final boolean chinese;

    ReportPage(ReportAnswer report, boolean chinese) {
        this.report = report;
        this.content = report.content().content();
        this.chinese = chinese;
    }

    /** A step of the workflow. */
    public record Step(
            String name, @Nullable String who, @Nullable String when) {}

    /** One line of a table. */
    public record Row(
            String rank,
            String name,
            String fullName,
            String count,
            String share,
            String cumulated,
            String timely,
            String disputed,
            boolean rest) {}

    /** A table of one dimension. */
    public record Table(String heading, String column, List<Row> rows) {}

    /** A month of the trend. */
    public record MonthRow(String name, String count, String change, String timely, String disputed, boolean current) {}

    /** A target and how it was reached; {@code judgement} is met, missed or unknown. */
    public record TargetRow(
            String name, String target, String actual, String basis, String judgement, String verdict, String policy) {}

    public String say(String zh, String en) {
        return chinese ? zh : en;
    }

    public String language() {
        return say("zh-CN", "en");
    }

    public String title() {
        return say("月度质量报告", "Monthly Quality Report");
    }

    public String period() {
        YearMonth month = YearMonth.from(content.from());
        return chinese ? "%d年%d月".formatted(month.getYear(), month.getMonthValue()) : ENGLISH_MONTH.format(month);
    }

    public String days() {
        return content.from() + " – " + content.to().minusDays(1);
    }

    public String zone() {
        return content.zone();
    }

    public long edition() {
        return report.edition();
    }

    /** The document's number: kind, period and edition. */
    public String number() {
        return "MQR-%s-%02d".formatted(content.period(), report.edition());
    }

    public String id() {
        return report.id().toString();
    }

    public String status() {
        return report.status();
    }

    public String statusName() {
        return switch (report.status()) {
            case "draft" -> say("草稿", "Draft");
            case "submitted" -> say("待批准", "Submitted");
            case "approved" -> say("已批准", "Approved");
            case "issued" -> say("已发布", "Issued");
            default -> say("已作废", "Superseded");
        };
    }

    /** What stands across every page that must not be taken for the issued report. */
    public @Nullable String stamp() {
        return switch (report.status()) {
            case "issued" -> null;
            case "superseded" -> say("已作废", "SUPERSEDED");
            case "draft" -> say("草稿", "DRAFT");
            default -> say("未发布", "NOT ISSUED");
        };
    }

    public List<Step> steps() {
        return List.of(
                step(say("编制", "Compiled"), report.compiledBy(), report.compiledAt()),
                step(say("提交", "Submitted"), report.submittedBy(), report.submittedAt()),
                step(say("批准", "Approved"), report.approvedBy(), report.approvedAt()),
                step(say("发布", "Issued"), report.issuedBy(), report.issuedAt()));
    }

    private Step step(String name, @Nullable Person who, @Nullable Instant when) {
        return new Step(
                name, who == null ? null : Labels.shortened(who.name(), BESIDE), when == null ? null : at(when));
    }

    private String at(Instant instant) {
        return MINUTE.format(instant.atZone(ZoneId.of(content.zone())));
    }

    public @Nullable String distribution() {
        List<String> receivers = report.distribution();
        return receivers == null || receivers.isEmpty() ? null : String.join(say("、", ", "), receivers);
    }

    public @Nullable String approvalOpinion() {
        return report.approvalOpinion();
    }

    public @Nullable String returnOpinion() {
        return report.returnOpinion();
    }

    public @Nullable String supersededReason() {
        return report.supersededReason();
    }

    public @Nullable String supersededBy() {
        return report.supersededBy() == null ? null : report.supersededBy().toString();
    }

    /** What a reader must know before he trusts the figures. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!content.inputs().periodEnded()) {
            warnings.add(say("编制时本期尚未结束，数据为截至编制时的阶段数据。", "The period was not over when this report was compiled."));
        }
        if (content.inputs().heldBack() > 0) {
            warnings.add(say(
                    "有 %d 条事件暂未能计入，数据不完整。".formatted(content.inputs().heldBack()),
                    "%d events could not be taken in yet: the figures are not complete."
                            .formatted(content.inputs().heldBack())));
        }
        if (content.inputs().skipped() > 0) {
            warnings.add(say(
                    "有 %d 条事件经人工确认后未计入。".formatted(content.inputs().skipped()),
                    "%d events were given up by a person and are not counted."
                            .formatted(content.inputs().skipped())));
        }
        return warnings;
    }

    public List<Section> sections() {
        return content.sections();
    }

    public String heading(Title title) {
        return say(title.zh(), title.en());
    }

    public List<TargetRow> targets(Section section) {
        List<TargetResult> targets = section.targets();
        return targets == null ? List.of() : targets.stream().map(this::target).toList();
    }

    private TargetRow target(TargetResult result) {
        Boolean met = result.met();
        String sign = switch (result.direction()) {
            case "at-least" -> "≥ ";
            case "at-most" -> "≤ ";
            default -> "< ";
        };
        return new TargetRow(
                heading(result.title()),
                sign + result.target() + " %",
                percent(result.actual()),
                result.denominator() == 0
                        ? say("本期无数据", "no data this period")
                        : Labels.count(result.numerator()) + " / " + Labels.count(result.denominator()),
                met == null ? "unknown" : met ? "met" : "missed",
                met == null ? "—" : met ? say("达标", "Met") : say("未达标", "Missed"),
                "%s · v%d · %s"
                        .formatted(
                                result.policy().key(),
                                result.policy().version(),
                                result.policy().profile()));
    }

    private Section section(String key) {
        return content.sections().stream()
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private ComplaintFigures figures() {
        ComplaintFigures figures = section("complaints").figures();
        if (figures == null) {
            throw new IllegalStateException("a monthly report counts complaints");
        }
        return figures;
    }

    public boolean hasComplaints() {
        return figures().total() > 0;
    }

    public String total() {
        return Labels.count(figures().total());
    }

    public String change() {
        String change = figures().changePercent();
        return change == null ? "—" : (change.startsWith("-") ? "−" + change.substring(1) : "+" + change) + " %";
    }

    /** Which way the count went: more complaints are worse. */
    public String changeTone() {
        String change = figures().changePercent();
        if (change == null || change.equals("0.00")) {
            return "unknown";
        }
        return change.startsWith("-") ? "met" : "missed";
    }

    public String previous() {
        return say("上期 ", "Previous period ")
                + Labels.count(figures().previous().total());
    }

    public TargetRow timeliness() {
        return targets(section("quality-targets")).getFirst();
    }

    public String disputedRate() {
        return percent(figures().disputed().rateOfAnswered());
    }

    public String disputedBasis() {
        Answered disputed = figures().disputed();
        return basis(disputed) + say(" · 未答复 ", " · unanswered ") + Labels.count(disputed.unknown());
    }

    private String basis(Answered answered) {
        return answered.yes() + answered.no() == 0
                ? say("本期无数据", "no data this period")
                : Labels.count(answered.yes()) + " / " + Labels.count(answered.yes() + answered.no());
    }

    public String timelyUnknown() {
        return Labels.count(figures().timely().unknown());
    }

    public String dailyChart() {
        List<TrendChart.Entry> days = figures().byDay().stream()
                .map(day -> {
                    LocalDate date = LocalDate.parse(day.day());
                    boolean weekend =
                            date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
                    return new TrendChart.Entry(
                            Integer.toString(date.getDayOfMonth()), day.day(), day.count(), weekend);
                })
                .toList();
        return TrendChart.of(days, DAILY, say("每日投诉数", "Complaints by day"));
    }

    public String monthlyChart() {
        List<TrendChart.Entry> months = figures().trend().stream()
                .map(month -> new TrendChart.Entry(
                        shortMonth(month),
                        month.month(),
                        month.count(),
                        month.month().equals(content.period())))
                .toList();
        return TrendChart.of(months, MONTHLY, say("近十二个月投诉数", "Complaints of the last twelve months"));
    }

    private String shortMonth(Month month) {
        return chinese ? month.month() : SHORT_MONTH.format(YearMonth.parse(month.month()));
    }

    public List<MonthRow> months() {
        List<MonthRow> rows = new ArrayList<>();
        Month before = null;
        for (Month month : figures().trend()) {
            rows.add(new MonthRow(
                    month.month(),
                    Labels.count(month.count()),
                    before == null ? "" : signed(month.count() - before.count()),
                    percent(month.timely().rateOfAnswered()),
                    percent(month.disputed().rateOfAnswered()),
                    month.month().equals(content.period())));
            before = month;
        }
        return rows;
    }

    private static String signed(long difference) {
        return difference > 0
                ? "+" + Labels.count(difference)
                : difference < 0 ? "−" + Labels.count(-difference) : "±0";
    }

    public String issueChart() {
        return pareto(figures().byIssue(), say("按问题的帕累托图", "Pareto chart by issue"));
    }

    public String productChart() {
        return pareto(figures().byProduct(), say("按产品的帕累托图", "Pareto chart by product"));
    }

    private String pareto(Breakdown breakdown, String title) {
        return ParetoChart.of(breakdown, figures().total(), title, say("其余", "All others"), this::name);
    }

    public Table issues() {
        return table(say("按问题", "By issue"), say("问题", "Issue"), figures().byIssue(), NAME);
    }

    public Table products() {
        return table(say("按产品", "By product"), say("产品", "Product"), figures().byProduct(), NAME);
    }

    /** The smaller tables that have something to say. */
    public List<Table> tables() {
        return dimensions().stream()
                .filter(dimension -> isRecorded(dimension.breakdown()))
                .map(dimension -> table(dimension.heading(), dimension.column(), dimension.breakdown(), BESIDE))
                .toList();
    }

    /** What nobody recorded for any complaint of the period. */
    public @Nullable String unrecorded() {
        List<String> blank = dimensions().stream()
                .filter(dimension -> !isRecorded(dimension.breakdown()))
                .map(Dimension::column)
                .toList();
        return blank.isEmpty() ? null : String.join(say("、", ", "), blank);
    }

    private record Dimension(String heading, String column, Breakdown breakdown) {}

    private List<Dimension> dimensions() {
        ComplaintFigures figures = figures();
        return List.of(
                new Dimension(say("按原因", "By cause"), say("原因", "Cause"), figures.byCause()),
                new Dimension(say("按严重程度", "By severity"), say("严重程度", "Severity"), figures.bySeverity()),
                new Dimension(say("按渠道", "By channel"), say("渠道", "Channel"), figures.byChannel()),
                new Dimension(say("按类别", "By category"), say("类别", "Category"), figures.byCategory()),
                new Dimension(say("按处理结果", "By outcome"), say("处理结果", "Outcome"), figures.byOutcome()),
                new Dimension(say("按单位", "By company"), say("单位", "Company"), figures.byCompany()),
                new Dimension(say("按地区", "By region"), say("地区", "Region"), figures.byRegion()));
    }

    private static boolean isRecorded(Breakdown breakdown) {
        return breakdown.lines().stream().anyMatch(line -> line.key() != null);
    }

    private Table table(String heading, String column, Breakdown breakdown, int width) {
        List<Row> rows = new ArrayList<>();
        List<Line> shown =
                breakdown.lines().subList(0, Math.min(LISTED, breakdown.lines().size()));
        for (Line line : shown) {
            String name = name(line.key());
            rows.add(new Row(
                    Integer.toString(rows.size() + 1),
                    Labels.shortened(name, width),
                    name,
                    Labels.count(line.count()),
                    line.share(),
                    line.cumulativeShare(),
                    percent(line.timely().rateOfAnswered()),
                    percent(line.disputed().rateOfAnswered()),
                    false));
        }
        if (shown.size() < breakdown.groups()) {
            rows.add(rest(breakdown, shown));
        }
        return new Table(heading, column, rows);
    }

    /** All that is not listed, so that the table sums up to the total. */
    private Row rest(Breakdown breakdown, List<Line> shown) {
        long listed = shown.stream().mapToLong(Line::count).sum();
        int groups = breakdown.groups() - shown.size();
        String name = say("其余 %d 项".formatted(groups), "%d others".formatted(groups));
        Tail tail = Tail.of(breakdown, shown.size());
        return new Row(
                "",
                name,
                name,
                Labels.count(figures().total() - listed),
                tail.share(figures().total()),
                "100.00",
                percent(tail.timely()),
                percent(tail.disputed()),
                true);
    }

    private String name(@Nullable String key) {
        return key == null ? say("（未登记）", "(not recorded)") : Labels.word(key, chinese);
    }

    private static String percent(@Nullable String value) {
        return value == null ? "—" : value + " %";
    }

    public String contentHash() {
        return report.contentHash();
    }

    public String complete() {
        return content.inputs().complete()
                ? say("截至下列位置的数据完整", "complete up to the positions below")
                : say("截至下列位置的数据不完整", "not complete up to the positions below");
    }

    public Map<String, String> computedFrom() {
        return content.computedFrom();
    }
}
