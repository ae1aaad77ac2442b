package io.huiyin.report;

import static io.huiyin.report.ReportExamples.NOW;
import static io.huiyin.report.ReportExamples.compiled;
import static io.huiyin.report.ReportExamples.submitted;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.testing.DeciderSpec;
import io.huiyin.kernel.testing.ProfileBehaviour;
import io.huiyin.report.ReportCommand.ApproveReport;
import io.huiyin.report.content.ActionRegister.Actions;
import io.huiyin.report.content.QualityFigures;
import io.huiyin.report.content.QualityReport;
import io.huiyin.report.content.ReportContent.Section;
import io.huiyin.report.kpi.KpiFigures;
import io.huiyin.report.kpi.KpiValue;
import io.huiyin.report.statistics.FollowUpTally;
import io.huiyin.report.statistics.NonconformityTally;
import io.huiyin.report.statistics.Scores;
import io.huiyin.report.views.facts.ComplaintLimits;
import io.huiyin.report.views.facts.ComplaintLimits.Limits;
import io.huiyin.report.views.followups.FollowUpCounts.Issues;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a report says of the same month in a profile, and in GENERAL. RULEBOOK §6.1, §9.2. */
class ProfileBehaviourTest {

    private static final String FOLLOW_UP_RATE = "K-07";
    private static final String COMPLAINTS = "K-18";

    static List<ProfileBehaviour> behaviours() {
        return List.of(
                judges("DECORATION", "nine of ten asked are enough", FOLLOW_UP_RATE, figures(12, 9), "met", "missed"),
                judges("TRAVEL", "eight of ten asked are enough", FOLLOW_UP_RATE, figures(12, 8), "met", "missed"),
                judges("PROPERTY", "half of those asked are enough", FOLLOW_UP_RATE, figures(12, 5), "met", "missed"),
                judges("FEED", "one complaint is too many", COMPLAINTS, figures(1, 10), "missed", "not judged"),
                judges(
                        "FEED",
                        "a month without complaints is a good one",
                        COMPLAINTS,
                        figures(0, 10),
                        "met",
                        "not judged"),
                new ProfileBehaviour(
                        "INSTITUTION",
                        "the leader approves the report",
                        policies -> DeciderSpec.of(new ReportDecider(), policies)
                                .given(compiled(), submitted())
                                .at(NOW)
                                .by(new Actor("li", "li", Set.of("leader"), null, null, null))
                                .when(new ApproveReport("同意"))
                                .outcome(),
                        "ReportApproved",
                        "refused: report-not-the-approver"));
    }

    private static ProfileBehaviour judges(
            String profile, String what, String kpi, KpiFigures figures, String of, String general) {
        return new ProfileBehaviour(profile, what, policies -> judged(figures, kpi, policies), of, general);
    }

    /** Complaints received, and how many of ten customers were asked. */
    private static KpiFigures figures(long complaints, long asked) {
        return new KpiFigures(
                complaints,
                Limits.NONE,
                Limits.NONE,
                new FollowUpTally(10, 0, asked, asked, 0, asked, 0, 0, 10, asked, Scores.NONE),
                Issues.NONE,
                NonconformityTally.NONE,
                Actions.NONE);
    }

    private static String judged(KpiFigures figures, String kpi, PolicyValues policies) {
        Section targets = QualityReport.of(
                        new QualityFigures(
                                "monthly-quality",
                                ReportPeriod.of("2026-10"),
                                ZoneId.of("Asia/Shanghai"),
                                new QualityFigures.Complaints(Map.of(), List.of(), ComplaintLimits.Overdue.NONE),
                                QualityFigures.FollowUps.NONE,
                                QualityFigures.Nonconformities.NONE,
                                figures,
                                Map.of(),
                                Inputs.of(0, 0, true)),
                        policies)
                .sections()
                .getFirst();
        Boolean met = Objects.requireNonNull(targets.kpis()).stream()
                .filter(each -> each.kpi().equals(kpi))
                .findFirst()
                .map(KpiValue::met)
                .orElse(null);
        return met == null ? "not judged" : met ? "met" : "missed";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("behaviours")
    void theSameMonthComesToSomethingElse(ProfileBehaviour behaviour) {
        behaviour.check();
    }
}
