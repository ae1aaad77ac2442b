package io.huiyin.report.rules;

import io.huiyin.kernel.decide.Refused;
import io.huiyin.report.Report;
import io.huiyin.report.ReportCommand.Successor;
import io.huiyin.report.ReportRefusal;
import org.jspecify.annotations.Nullable;

/** An issued report is never corrected; another one of the same kind and period takes its place (RPT-23). */
public final class CorrectionIsANewEdition {

    private CorrectionIsANewEdition() {}

    /**
     * Looks at the report that is to take its place, if one is named.
     *
     * @throws Refused when it cannot
     */
    public static void check(Report.Sheet sheet, @Nullable Successor successor) {
        if (successor == null) {
            return;
        }
        boolean samePeriod =
                successor.kind().equals(sheet.kind()) && successor.period().equals(sheet.period());
        boolean itself = successor.zone().equals(sheet.zone()) && successor.edition() == sheet.edition();
        if (!samePeriod || itself) {
            throw new Refused(
                    ReportRefusal.SUCCESSOR_DIFFERS,
                    "%s %s %s, edition %d"
                            .formatted(successor.kind(), successor.period(), successor.zone(), successor.edition()));
        }
    }
}
