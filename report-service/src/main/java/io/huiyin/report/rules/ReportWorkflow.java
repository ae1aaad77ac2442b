package io.huiyin.report.rules;

import io.huiyin.kernel.decide.Refused;
import io.huiyin.report.Report;
import io.huiyin.report.ReportRefusal;

/**
 * A report is a draft, then submitted, then approved, then issued, in this order; the approver may give it back; only an issued
 * one can be superseded (RPT-23).
 */
public final class ReportWorkflow {

    private ReportWorkflow() {}

    /** The draft that is to be submitted. */
    public static Report.Draft draft(Report report) {
        if (report instanceof Report.Draft draft) {
            return draft;
        }
        throw refused(ReportRefusal.NOT_A_DRAFT, report);
    }

    /** The submitted report that is to be approved or returned. */
    public static Report.Submitted submitted(Report report) {
        if (report instanceof Report.Submitted submitted) {
            return submitted;
        }
        throw refused(ReportRefusal.NOT_SUBMITTED, report);
    }

    /** The approved report that is to be issued. */
    public static Report.Approved approved(Report report) {
        if (report instanceof Report.Approved approved) {
            return approved;
        }
        throw refused(ReportRefusal.NOT_APPROVED, report);
    }

    /** The issued report that is to be superseded. */
    public static Report.Issued issued(Report report) {
        if (report instanceof Report.Issued issued) {
            return issued;
        }
        throw refused(ReportRefusal.NOT_ISSUED, report);
    }

    private static Refused refused(ReportRefusal refusal, Report report) {
        return new Refused(refusal, "it is " + status(report));
    }

    private static String status(Report report) {
        return switch (report) {
            case Report.NotCompiled none -> "not compiled";
            case Report.Compiled compiled -> compiled.status();
        };
    }
}
