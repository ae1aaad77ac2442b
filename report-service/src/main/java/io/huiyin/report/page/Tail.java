package io.huiyin.report.page;

import io.huiyin.report.content.ReportContent.Breakdown;
import io.huiyin.report.content.ReportContent.Line;
import io.huiyin.report.content.ReportContent.Others;
import io.huiyin.report.statistics.Answered;
import io.huiyin.report.statistics.Percent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table does not list, summed up from the lines that the content has and from its remainder. */
record Tail(long count, long timelyYes, long timelyNo, long disputedYes, long disputedNo) {

    static Tail of(Breakdown breakdown, int listed) {
        Tail tail = new Tail(0, 0, 0, 0, 0);
        List<Line> lines = breakdown.lines();
        for (Line line : lines.subList(listed, lines.size())) {
            tail = tail.plus(line.count(), line.timely(), line.disputed());
        }
        Others others = breakdown.others();
        return others == null ? tail : tail.plus(others.count(), others.timely(), others.disputed());
    }

    private Tail plus(long more, Answered timely, Answered disputed) {
        return new Tail(
                count + more,
                timelyYes + timely.yes(),
                timelyNo + timely.no(),
                disputedYes + disputed.yes(),
                disputedNo + disputed.no());
    }

    String share(long total) {
        return Percent.of(count, total);
    }

    @Nullable
    String timely() {
        return rate(timelyYes, timelyNo);
    }

    @Nullable
    String disputed() {
        return rate(disputedYes, disputedNo);
    }

    private static @Nullable String rate(long yes, long no) {
        return yes + no == 0 ? null : Percent.of(yes, yes + no);
    }
}
