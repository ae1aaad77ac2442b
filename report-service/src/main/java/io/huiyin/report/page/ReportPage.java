package io.huiyin.report.page;

import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.report.Person;
import io.huiyin.report.ReportAnswer;
import io.huiyin.report.ReportPeriod;
import io.huiyin.report.content.ReportContent;
import io.huiyin.report.content.ReportContent.Breakdown;
import io.huiyin.report.content.ReportContent.ComplaintFigures;
import io.huiyin.report.content.ReportContent.Day;
import io.huiyin.report.content.ReportContent.FollowUps;
import io.huiyin.report.content.ReportContent.Incidents;
import io.huiyin.report.content.ReportContent.Line;
import io.huiyin.report.content.ReportContent.Month;
import io.huiyin.report.content.ReportContent.Overdue;
import io.huiyin.report.content.ReportContent.Section;
import io.huiyin.report.content.ReportContent.Stretch;
import io.huiyin.report.content.ReportContent.TargetResult;
import io.huiyin.report.content.ReportContent.Title;
import io.huiyin.report.kpi.KpiValue;
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
    private static final String TARGETS = "kpi.targets.";
    private static final int NAME = 64;
    private static final int BESIDE = 44;
    private static final int LISTED = 20;
    private static final double DAILY = 190;
    private static final double MONTHLY = 190;

    private final ReportAnswer report;
    private final ReportContent content;
    private final boolean chinese;
    private final Wording words;

    ReportPage(ReportAnswer report, boolean chinese) {
        this.report = report;
        this.content = report.content().content();
        this.chinese = chinese;
        this.words = new Wording(chinese);
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

    /** A target or key figure and how it was reached; {@code judgement} is met, missed or unknown. */
    public record TargetRow(
            @Nullable String id,
            String name,
            String target,
            String actual,
            String basis,
            String judgement,
            String verdict,
            String policy) {}

    public String say(String zh, String en) {
        return words.say(zh, en);
    }

    public String language() {
        return say("zh-CN", "en");
    }

    private ReportPeriod.Length length() {
        return ReportPeriod.of(content.period()).length();
    }

    public String title() {
        return switch (length()) {
            case MONTH -> say("月度质量报告", "Monthly Quality Report");
            case QUARTER -> say("季度质量报告", "Quarterly Quality Report");
            case YEAR -> say("年度质量报告", "Yearly Quality Report");
        };
    }

    public String period() {
        YearMonth month = YearMonth.from(content.from());
        int quarter = (month.getMonthValue() + 2) / 3;
        return switch (length()) {
            case MONTH ->
                chinese ? "%d年%d月".formatted(month.getYear(), month.getMonthValue()) : ENGLISH_MONTH.format(month);
            case QUARTER ->
                say("%d年第%d季度".formatted(month.getYear(), quarter), "Q%d %d".formatted(quarter, month.getYear()));
            case YEAR -> say(month.getYear() + "年", Integer.toString(month.getYear()));
        };
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
        String kind = switch (length()) {
            case MONTH -> "MQR";
            case QUARTER -> "QQR";
            case YEAR -> "YQR";
        };
        return "%s-%s-%02d".formatted(kind, content.period(), report.edition());
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

    /** Key figures beside the targets; a report from before there were any shows all targets alone. */
    public List<TargetRow> targets(Section section) {
        List<TargetResult> targets = section.targets() == null ? List.of() : section.targets();
        List<KpiValue> kpis = section.kpis() == null ? List.of() : section.kpis();
        List<TargetRow> rows = new ArrayList<>();
        for (TargetResult target : targets) {
            boolean isShownAsKpi = kpis.stream()
                    .anyMatch(kpi -> kpi.target() != null
                            && !target.key().equals("timeliness")
                            && kpi.target()
                                    .policy()
                                    .key()
                                    .equals(target.policy().key()));
            if (!isShownAsKpi
                    && (kpis.isEmpty()
                            || target.denominator() > 0
                            || target.key().equals("timeliness"))) {
                rows.add(target(target));
            }
        }
        kpis.forEach(kpi -> rows.add(kpi(kpi)));
        return rows;
    }

    private TargetRow target(TargetResult result) {
        return new TargetRow(
                null,
                heading(result.title()),
                sign(result.direction()) + result.target() + " %",
                words.percent(result.actual()),
                words.basis(result.numerator(), result.denominator()),
                judgement(result.met()),
                verdict(result.met()),
                policy(result.policy()));
    }

    private TargetRow kpi(KpiValue kpi) {
        Long whole = kpi.denominator();
        return new TargetRow(
                kpi.kpi(),
                say(kpi.name().zh(), kpi.name().en()),
                kpi.target() == null
                        ? "—"
                        : sign(kpi.target().direction()) + kpi.target().percent() + (whole == null ? "" : " %"),
                whole == null ? Labels.count(kpi.numerator()) : words.percent(kpi.value()),
                whole == null ? "" : words.basis(kpi.numerator(), whole),
                judgement(kpi.met()),
                verdict(kpi.met()),
                say("定义 v%d", "definition v%d").formatted(kpi.definitionVersion())
                        + (kpi.target() == null
                                ? ""
                                : " · " + policy(kpi.target().policy())));
    }

    private static String sign(String direction) {
        return switch (direction) {
            case "at-least" -> "≥ ";
            case "at-most" -> "≤ ";
            default -> "< ";
        };
    }

    private static String judgement(@Nullable Boolean met) {
        return met == null ? "unknown" : met ? "met" : "missed";
    }

    private String verdict(@Nullable Boolean met) {
        return met == null ? "—" : met ? say("达标", "Met") : say("未达标", "Missed");
    }

    private static String policy(PolicyRef policy) {
        String key = policy.key().startsWith(TARGETS) ? policy.key().substring(TARGETS.length()) : policy.key();
        return "%s v%d · %s".formatted(key, policy.version(), policy.profile());
    }

    /** The second row of tiles: what else a leader looks at first. Empty in reports from before there was any. */
    public List<Fact> headlines() {
        List<Fact> facts = new ArrayList<>();
        FollowUps followUps = section("follow-ups").followUps();
        Incidents incidents = section("incidents").incidents();
        Overdue overdue = figures().overdue();
        if (followUps == null || incidents == null || overdue == null) {
            return facts;
        }
        facts.add(new Fact(
                say("超期未结", "Overdue and open"),
                Labels.count(overdue.count()),
                say("截至期末超过关闭时限", "past their closing limit"),
                overdue.count() == 0 ? "met" : "missed"));
        facts.add(headline("K-02", say("客户满意率", "Satisfied customers")));
        facts.add(headline("K-07", say("回访率", "Follow-up rate")));
        facts.add(new Fact(
                say("不合格起数", "Nonconformities"),
                Labels.count(incidents.total().events()),
                say("上期 ", "Previous period ")
                        + Labels.count(incidents.previous().total()),
                "unknown"));
        return facts;
    }

    private Fact headline(String id, String name) {
        List<KpiValue> kpis = section("quality-targets").kpis();
        KpiValue kpi = kpis == null
                ? null
                : kpis.stream()
                        .filter(each -> each.kpi().equals(id))
                        .findFirst()
                        .orElse(null);
        if (kpi == null) {
            return new Fact(name, "—", "", "unknown");
        }
        KpiValue.Target target = kpi.target();
        return new Fact(
                name,
                words.percent(kpi.value()),
                target == null ? "" : say("目标 ", "Target ") + sign(target.direction()) + target.percent() + " %",
                judgement(kpi.met()));
    }

    public @Nullable IncidentsPart incidents(Section section) {
        return section.incidents() == null ? null : new IncidentsPart(section.incidents(), words);
    }

    public @Nullable FollowUpsPart followUps(Section section) {
        return section.followUps() == null ? null : new FollowUpsPart(section.followUps(), words);
    }

    public @Nullable ProposalsPart proposals(Section section) {
        return section.proposals() == null
                ? null
                : new ProposalsPart(section.proposals(), ZoneId.of(content.zone()), words);
    }

    /** A case that should have been closed. */
    public record LateRow(String number, String dueOn, String severity, String department, String status) {}

    /** Cases that should have been closed, the longest overdue first. */
    public List<LateRow> late() {
        Overdue overdue = figures().overdue();
        return overdue == null
                ? List.of()
                : overdue.listed().stream()
                        .map(late -> new LateRow(
                                late.number() == null ? late.id() : late.number(),
                                at(late.closeDue()),
                                late.severity() == null ? "—" : words.name(late.severity()),
                                late.department() == null ? "—" : Labels.shortened(late.department(), BESIDE),
                                words.name(late.status())))
                        .toList();
    }

    /** How many cases are overdue. */
    public String overdue() {
        Overdue overdue = figures().overdue();
        return overdue == null ? "—" : Labels.count(overdue.count());
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
            throw new IllegalStateException("a quality report counts complaints");
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
        return words.basis(answered.yes(), answered.yes() + answered.no());
    }

    public String timelyUnknown() {
        return Labels.count(figures().timely().unknown());
    }

    /** Only a month is shown day by day. */
    public boolean hasDays() {
        return figures().byDay() != null;
    }

    public String dailyChart() {
        List<Day> counted = figures().byDay();
        List<TrendChart.Entry> days = (counted == null ? List.<Day>of() : counted)
                .stream()
                        .map(day -> {
                            LocalDate date = LocalDate.parse(day.day());
                            boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY
                                    || date.getDayOfWeek() == DayOfWeek.SUNDAY;
                            return new TrendChart.Entry(
                                    Integer.toString(date.getDayOfMonth()), day.day(), day.count(), weekend);
                        })
                        .toList();
        return TrendChart.of(days, DAILY, say("每日投诉数", "Complaints by day"));
    }

    public String monthlyChart() {
        List<TrendChart.Entry> months = figures().trend().stream()
                .map(month -> new TrendChart.Entry(shortMonth(month), month.month(), month.count(), isCurrent(month)))
                .toList();
        return TrendChart.of(months, MONTHLY, say("近十二个月投诉数", "Complaints of the last twelve months"));
    }

    private boolean isCurrent(Month month) {
        LocalDate first = YearMonth.parse(month.month()).atDay(1);
        return !first.isBefore(content.from()) && first.isBefore(content.to());
    }

    /** Whether the period is compared with others of its length. */
    public boolean hasPeriods() {
        return figures().periods() != null;
    }

    private List<Stretch> stretches() {
        List<Stretch> periods = figures().periods();
        return periods == null ? List.of() : periods;
    }

    public String periodsHeading() {
        return length() == ReportPeriod.Length.YEAR
                ? say("近五年对比", "The last five years")
                : say("近八个季度对比", "The last eight quarters");
    }

    public String periodsChart() {
        List<TrendChart.Entry> entries = stretches().stream()
                .map(period -> new TrendChart.Entry(
                        period.period(),
                        period.period(),
                        period.count(),
                        period.period().equals(content.period())))
                .toList();
        return TrendChart.of(entries, MONTHLY, periodsHeading());
    }

    public List<MonthRow> periods() {
        List<MonthRow> rows = new ArrayList<>();
        Stretch before = null;
        for (Stretch period : stretches()) {
            rows.add(new MonthRow(
                    period.period(),
                    Labels.count(period.count()),
                    before == null ? "" : signed(period.count() - before.count()),
                    percent(period.timely().rateOfAnswered()),
                    percent(period.disputed().rateOfAnswered()),
                    period.period().equals(content.period())));
            before = period;
        }
        return rows;
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
                    isCurrent(month)));
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
        List<Dimension> dimensions = new ArrayList<>(List.of(
                new Dimension(say("按原因", "By cause"), say("原因", "Cause"), figures.byCause()),
                new Dimension(say("按严重程度", "By severity"), say("严重程度", "Severity"), figures.bySeverity()),
                new Dimension(say("按渠道", "By channel"), say("渠道", "Channel"), figures.byChannel()),
                new Dimension(say("按类别", "By category"), say("类别", "Category"), figures.byCategory()),
                new Dimension(say("按处理结果", "By outcome"), say("处理结果", "Outcome"), figures.byOutcome()),
                new Dimension(say("按单位", "By company"), say("单位", "Company"), figures.byCompany()),
                new Dimension(say("按地区", "By region"), say("地区", "Region"), figures.byRegion())));
        add(dimensions, say("按责任方", "By party liable"), say("责任方", "Party liable"), figures.byLiability());
        add(dimensions, say("按责任部门", "By department liable"), say("责任部门", "Department"), figures.byDepartment());
        add(dimensions, say("按办理状态", "By status"), say("状态", "Status"), figures.byStatus());
        return dimensions;
    }

    private static void add(List<Dimension> dimensions, String heading, String column, @Nullable Breakdown breakdown) {
        if (breakdown != null) {
            dimensions.add(new Dimension(heading, column, breakdown));
        }
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
        return words.name(key);
    }

    private String percent(@Nullable String value) {
        return words.percent(value);
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
