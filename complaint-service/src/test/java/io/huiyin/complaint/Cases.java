package io.huiyin.complaint;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.huiyin.complaint.ComplaintCommand.AcceptComplaint;
import io.huiyin.complaint.ComplaintCommand.AskClarification;
import io.huiyin.complaint.ComplaintCommand.ClarifyComplaint;
import io.huiyin.complaint.ComplaintCommand.CorrectComplaint;
import io.huiyin.complaint.ComplaintCommand.DeclineComplaint;
import io.huiyin.complaint.ComplaintCommand.ImportComplaint;
import io.huiyin.complaint.ComplaintCommand.RegisterComplaint;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.testing.DeciderSpec;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tests of complaints start from. */
public final class Cases {

    public static final PolicyValues GENERAL = PolicyProfiles.load("GENERAL");
    public static final PolicyValues MACHINERY = PolicyProfiles.load("MACHINERY");

    /** GENERAL's. */
    public static final List<Deadline.Rung> LADDER = List.of(
            new Deadline.Rung("department-head", "PT0S"),
            new Deadline.Rung("leader", "PT24H"),
            new Deadline.Rung("general-manager", "PT48H"));

    /** Half an hour after {@link AFiling#RECEIVED}: the specs' time. */
    public static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    public static final UUID IMPORT = UUID.fromString("0198f0a0-7c1e-7000-8000-0000000000aa");

    private Cases() {}

    public static DeciderSpec<ComplaintCommand, Complaint, ComplaintEvent> complaint() {
        return complaint(GENERAL);
    }

    public static DeciderSpec<ComplaintCommand, Complaint, ComplaintEvent> complaint(PolicyValues policies) {
        return DeciderSpec.of(new ComplaintDecider(), policies);
    }

    /** What the decider makes of a filing under GENERAL. */
    public static ComplaintRegistered registered(AFiling filing) {
        List<ComplaintEvent> events = new ComplaintDecider()
                .decide(
                        register(filing),
                        new ComplaintDecider().initial(),
                        new Context(NOW, Actor.system("test"), GENERAL, Calendars.of(GENERAL)));
        return assertInstanceOf(ComplaintRegistered.class, events.getFirst());
    }

    /** A complete case. */
    public static ComplaintRegistered registered() {
        return registered(AFiling.complete());
    }

    /** A case that lacks the demand. */
    public static ComplaintRegistered clarifying() {
        return registered(AFiling.complete().demand(null));
    }

    public static Complaint.Case caseOf(Complaint complaint) {
        return assertInstanceOf(Complaint.Case.class, complaint);
    }

    /** Whether the sender has heard from us. */
    public static boolean replied(Complaint.Case filed) {
        return filed.clocks().open().stream().noneMatch(open -> open.milestone().equals(Deadline.FIRST_REPLY));
    }

    /** The first-reply promises, whether kept or not. */
    public static List<Deadline> firstReply(Complaint.Case filed) {
        return filed.clocks().running().stream()
                .map(Complaint.Clock::promised)
                .filter(promised -> promised.milestone().equals(Deadline.FIRST_REPLY))
                .toList();
    }

    public static RegisterComplaint register(AFiling filing) {
        return new RegisterComplaint("26030001", filing.filing());
    }

    public static AskClarification ask() {
        return new AskClarification("请提供产品批号", null);
    }

    public static ClarifyComplaint clarify(APatch given) {
        return new ClarifyComplaint(given.patch(), null, null);
    }

    public static CorrectComplaint correct(APatch corrected) {
        return new CorrectComplaint(corrected.patch(), "登记有误", null);
    }

    public static AcceptComplaint accept() {
        return new AcceptComplaint("wang", null);
    }

    public static DeclineComplaint decline() {
        return new DeclineComplaint("not-our-product", "该产品非我司生产。", null);
    }

    /** A case of a former system that says nothing but when it came. */
    public static ImportComplaint takeOver(@Nullable Instant forwardedAt, @Nullable Instant closedAt) {
        Filing bare = new Filing(
                null,
                AFiling.RECEIVED,
                new Source("cfpb", "1291006"),
                true,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new ImportComplaint(
                "I26030001", IMPORT, 1, bare, forwardedAt, closedAt, null, "unknown", "unknown", List.of());
    }

    /** What the decider makes of it. */
    public static ComplaintEvent imported() {
        return new ComplaintDecider()
                .decide(
                        takeOver(null, null),
                        new ComplaintDecider().initial(),
                        new Context(NOW, Actor.system("test"), GENERAL, Calendars.of(GENERAL)))
                .getFirst();
    }

    public static Actor agent() {
        return new Actor("lin", "lin", Set.of("agent"), null, null, null);
    }
}
