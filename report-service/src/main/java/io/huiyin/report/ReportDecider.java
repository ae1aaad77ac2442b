package io.huiyin.report;

import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.report.Report.Approved;
import io.huiyin.report.Report.Draft;
import io.huiyin.report.Report.Issued;
import io.huiyin.report.Report.NotCompiled;
import io.huiyin.report.Report.Sheet;
import io.huiyin.report.Report.Submitted;
import io.huiyin.report.Report.Superseded;
import io.huiyin.report.ReportCommand.ApproveReport;
import io.huiyin.report.ReportCommand.CompileReport;
import io.huiyin.report.ReportCommand.IssueReport;
import io.huiyin.report.ReportCommand.ReturnReport;
import io.huiyin.report.ReportCommand.SubmitReport;
import io.huiyin.report.ReportCommand.Successor;
import io.huiyin.report.ReportCommand.SupersedeReport;
import io.huiyin.report.ReportEvent.ReportApproved;
import io.huiyin.report.ReportEvent.ReportCompiled;
import io.huiyin.report.ReportEvent.ReportIssued;
import io.huiyin.report.ReportEvent.ReportReturned;
import io.huiyin.report.ReportEvent.ReportSubmitted;
import io.huiyin.report.ReportEvent.ReportSuperseded;
import io.huiyin.report.content.Compilation;
import io.huiyin.report.rules.CorrectionIsANewEdition;
import io.huiyin.report.rules.IssuedReportsAreFrozen;
import io.huiyin.report.rules.NoSectionLeftEmpty;
import io.huiyin.report.rules.ReportApprover;
import io.huiyin.report.rules.ReportDueDay;
import io.huiyin.report.rules.ReportKinds;
import io.huiyin.report.rules.ReportWorkflow;
import java.util.List;

/** Reports as three pure functions. */
public final class ReportDecider implements Decider<ReportCommand, Report, ReportEvent> {

    @Override
    public Report initial() {
        return new NotCompiled();
    }

    @Override
    public List<ReportEvent> decide(ReportCommand command, Report report, Context context) {
        return List.of(
                switch (command) {
                    case CompileReport c -> compile(c, report, context);
                    case SubmitReport c -> submit(c, report, context);
                    case ReturnReport c -> giveBack(c, report, context);
                    case ApproveReport c -> approve(c, report, context);
                    case IssueReport c ->
                        IssuedReportsAreFrozen.issue(
                                ReportWorkflow.approved(report), c, Signature.now(context, c.note()));
                    case SupersedeReport c -> supersede(c, report, context);
                });
    }

    private static ReportEvent compile(CompileReport command, Report report, Context context) {
        if (!(report instanceof NotCompiled)) {
            throw new Refused(ReportRefusal.ALREADY_COMPILED);
        }
        Compilation compiled = command.compilation();
        ReportPeriod period = ReportKinds.period(command.kind(), command.period());
        return new ReportCompiled(
                ReportKinds.known(command.kind()),
                period.toString(),
                command.zone(),
                command.edition(),
                context.now(),
                Person.of(context.actor()),
                ReportDueDay.of(period, command.promised(), context),
                compiled.sections(),
                compiled.inputs(),
                compiled.computedFrom(),
                compiled.contentHash(),
                compiled.content());
    }

    private static ReportEvent submit(SubmitReport command, Report report, Context context) {
        NoSectionLeftEmpty.check(ReportWorkflow.draft(report).sheet());
        return new ReportSubmitted(context.now(), Person.of(context.actor()), command.note());
    }

    private static ReportEvent giveBack(ReturnReport command, Report report, Context context) {
        ReportWorkflow.submitted(report);
        requireApprover(context);
        return new ReportReturned(context.now(), Person.of(context.actor()), command.opinion());
    }

    private static ReportEvent approve(ApproveReport command, Report report, Context context) {
        ReportWorkflow.submitted(report);
        requireApprover(context);
        return new ReportApproved(context.now(), Person.of(context.actor()), command.opinion());
    }

    private static void requireApprover(Context context) {
        if (!ReportApprover.isOne(context.actor(), context.policies())) {
            throw new Refused(
                    ReportRefusal.NOT_THE_APPROVER, "it is approved by " + ReportApprover.role(context.policies()));
        }
    }

    private static ReportEvent supersede(SupersedeReport command, Report report, Context context) {
        CorrectionIsANewEdition.check(ReportWorkflow.issued(report).sheet(), command.by());
        Successor by = command.by();
        return new ReportSuperseded(
                context.now(), Person.of(context.actor()), command.reason(), by == null ? null : by.id());
    }

    @Override
    public Report evolve(Report report, ReportEvent event) {
        return switch (event) {
            case ReportCompiled e -> new Draft(sheet(e), null);
            case ReportSubmitted e ->
                new Submitted(sheet(report), new Signature(e.submittedBy(), e.submittedAt(), e.note()));
            case ReportReturned e ->
                new Draft(sheet(report), new Signature(e.returnedBy(), e.returnedAt(), e.opinion()));
            case ReportApproved e -> {
                Submitted submitted = (Submitted) report;
                yield new Approved(
                        submitted.sheet(),
                        submitted.submission(),
                        new Signature(e.approvedBy(), e.approvedAt(), e.opinion()));
            }
            case ReportIssued e -> {
                Approved approved = (Approved) report;
                yield new Issued(
                        approved.sheet(),
                        approved.submission(),
                        approved.approval(),
                        new Signature(e.issuedBy(), e.issuedAt(), e.note()),
                        e.distribution());
            }
            case ReportSuperseded e ->
                new Superseded(
                        (Issued) report, new Signature(e.decidedBy(), e.supersededAt(), e.reason()), e.successor());
        };
    }

    private static Sheet sheet(ReportCompiled e) {
        return new Sheet(
                e.kind(),
                e.period(),
                e.zone(),
                e.edition(),
                e.compiledAt(),
                e.compiledBy(),
                e.due(),
                e.sections(),
                e.inputs(),
                e.computedFrom(),
                e.contentHash(),
                e.content());
    }

    private static Sheet sheet(Report report) {
        return ((Report.Compiled) report).sheet();
    }
}
