package io.huiyin.complaint;

import io.huiyin.complaint.ComplaintCommand.ApproveSettlement;
import io.huiyin.complaint.ComplaintCommand.ClassifyComplaint;
import io.huiyin.complaint.ComplaintCommand.CloseComplaint;
import io.huiyin.complaint.ComplaintCommand.CompleteMeasure;
import io.huiyin.complaint.ComplaintCommand.DetermineLiability;
import io.huiyin.complaint.ComplaintCommand.InformCustomer;
import io.huiyin.complaint.ComplaintCommand.ProposeSettlement;
import io.huiyin.complaint.ComplaintCommand.RecordCustomerDecision;
import io.huiyin.complaint.ComplaintCommand.RecordFinding;
import io.huiyin.complaint.ComplaintCommand.StartInvestigation;
import io.huiyin.complaint.ComplaintCommand.VerifyComplaint;
import io.huiyin.complaint.rules.KnownSeverity;
import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case that goes its way step by step: what happened so far, for tests that begin in the middle. */
public final class Steps {

    private PolicyValues policies;
    private final List<ComplaintEvent> events = new ArrayList<>();

    private Steps(PolicyValues policies) {
        this.policies = policies;
    }

    /** A complete case, just registered. */
    public static Steps registered() {
        return registered(Cases.GENERAL);
    }

    public static Steps registered(PolicyValues policies) {
        return registered(
                policies,
                AFiling.complete().severity(KnownSeverity.classes(policies).getFirst()));
    }

    public static Steps registered(PolicyValues policies, AFiling filing) {
        return new Steps(policies).then(Cases.register(filing));
    }

    /** A case with a past of its own. */
    public static Steps after(PolicyValues policies, ComplaintEvent... past) {
        Steps steps = new Steps(policies);
        steps.events.addAll(List.of(past));
        return steps;
    }

    /** From now on other values are in force. */
    public Steps under(PolicyValues others) {
        policies = others;
        return this;
    }

    /** One more step by somebody who may do everything. */
    public Steps then(ComplaintCommand command) {
        return then(command, chairman(), Cases.NOW);
    }

    public Steps then(ComplaintCommand command, Actor actor, Instant now) {
        ComplaintDecider decider = new ComplaintDecider();
        Complaint state = decider.evolve(decider.initial(), events);
        events.addAll(decider.decide(command, state, new Context(now, actor, policies, Calendars.of(policies))));
        return this;
    }

    public Steps classified() {
        return then(Cases.accept()).then(classify());
    }

    public Steps investigating() {
        return classified().then(investigate());
    }

    public Steps liable(String party, String cause) {
        return investigating().then(find()).then(determine(party, cause, null));
    }

    public Steps pending(@Nullable String amount) {
        return liable("own", "quality").then(propose(amount));
    }

    public Steps communicated() {
        return pending("800.00").then(approve()).then(inform());
    }

    public Steps rejected() {
        return communicated().then(decide(false));
    }

    public Steps implementing() {
        return communicated().then(decide(true));
    }

    public Steps verified() {
        return implementing().then(new CompleteMeasure("已更换", null)).then(verify(true));
    }

    public Steps closed() {
        return verified().then(close());
    }

    /** What happened. */
    public ComplaintEvent[] history() {
        return events.toArray(ComplaintEvent[]::new);
    }

    /** Where the case stands. */
    public Complaint.Case state() {
        ComplaintDecider decider = new ComplaintDecider();
        return Cases.caseOf(decider.evolve(decider.initial(), events));
    }

    public static ClassifyComplaint classify() {
        return new ClassifyComplaint("important", "quality", null, null);
    }

    public static StartInvestigation investigate() {
        return new StartInvestigation(List.of("质量部"), null);
    }

    public static RecordFinding find() {
        return new RecordFinding("轴承座间隙超差", "压装工序失控", List.of("QC-771"), null, null);
    }

    public static DetermineLiability determine(String party, String cause, @Nullable String department) {
        return new DetermineLiability(party, cause, department, "检测结论", null);
    }

    public static ProposeSettlement propose(@Nullable String amount) {
        return new ProposeSettlement("repair", amount == null ? null : new Money(amount, "CNY"), "更换轴承座", null);
    }

    public static ApproveSettlement approve() {
        return new ApproveSettlement("同意", null);
    }

    public static InformCustomer inform() {
        return new InformCustomer("phone", "将为您更换轴承座", null);
    }

    public static RecordCustomerDecision decide(boolean accepted) {
        return new RecordCustomerDecision(accepted, accepted ? "可以" : "补偿不足", null);
    }

    public static VerifyComplaint verify(boolean passed) {
        return new VerifyComplaint(passed, "满意", null);
    }

    public static CloseComplaint close() {
        return new CloseComplaint(null);
    }

    public static Actor chairman() {
        return by("chairman", null);
    }

    /** Somebody of a role, with a limit of his own if it is given. */
    public static Actor by(String role, @Nullable String limit) {
        return new Actor(role, role, Set.of(role), null, limit == null ? null : new BigDecimal(limit), null);
    }

    public static Actor of(String department) {
        return new Actor("qian", "qian", Set.of("quality"), department, null, null);
    }
}
