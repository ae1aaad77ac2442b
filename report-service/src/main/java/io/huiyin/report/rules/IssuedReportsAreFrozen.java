package io.huiyin.report.rules;

import io.huiyin.report.Report;
import io.huiyin.report.ReportCommand.IssueReport;
import io.huiyin.report.ReportEvent.ReportIssued;
import io.huiyin.report.Signature;

/**
 * What is issued is what was compiled and approved, figure by figure, with its cut-off and its hash; later data makes a new
 * edition and changes nothing here (RPT-24).
 */
public final class IssuedReportsAreFrozen {

    private IssuedReportsAreFrozen() {}

    /** The issue of an approved report. */
    public static ReportIssued issue(Report.Approved approved, IssueReport command, Signature issue) {
        Report.Sheet sheet = approved.sheet();
        return new ReportIssued(
                sheet.kind(),
                sheet.period(),
                sheet.zone(),
                sheet.edition(),
                sheet.compiledAt(),
                sheet.compiledBy(),
                approved.approval().at(),
                approved.approval().by(),
                issue.at(),
                issue.by(),
                command.distribution(),
                command.note(),
                sheet.inputs(),
                sheet.computedFrom(),
                sheet.contentHash(),
                sheet.content());
    }
}
