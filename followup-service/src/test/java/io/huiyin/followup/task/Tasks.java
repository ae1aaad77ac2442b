package io.huiyin.followup.task;

import io.huiyin.followup.task.FollowUp.Task;
import io.huiyin.followup.task.FollowUpCommand.ClaimFollowUp;
import io.huiyin.followup.task.FollowUpCommand.Link;
import io.huiyin.followup.task.FollowUpCommand.PlanFollowUp;
import io.huiyin.followup.task.FollowUpCommand.PlanRecontact;
import io.huiyin.followup.task.FollowUpCommand.RecordFollowUp;
import io.huiyin.followup.task.FollowUpCommand.ReportAttempt;
import io.huiyin.followup.task.FollowUpEvent.FollowUpAttempted;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClaimed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpPlanned;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecontactPlanned;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecorded;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.testing.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follow-ups for tests. */
public final class Tasks {

    public static final PolicyValues GENERAL = PolicyProfiles.load("GENERAL");

    /** A Monday, half past nine in Shanghai. */
    public static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");

    public static final Instant HANDLED = Instant.parse("2026-02-27T08:00:00Z");
    public static final Instant DUE = Instant.parse("2026-03-02T08:00:00Z");
    public static final Instant LEASE = NOW.plus(Duration.ofMinutes(30));
    public static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    public static final UUID COMPLAINT = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000011");
    public static final UUID SECOND_COMPLAINT = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000012");
    public static final UUID FIRST = FollowUps.id(COMPLAINT, 1);
    public static final UUID NEXT = FollowUps.id(SECOND_COMPLAINT, 1);
    public static final String PERSON = "0198f0a0-7c1e-7000-8000-0000000000aa";

    public static final Actor HAN = person("han", "followup-agent");
    public static final Actor LI = person("li", "followup-agent");
    public static final Actor ZHOU = person("zhou", "followup-supervisor");
    public static final Actor BOSS = person("boss", "leader");

    public static final Customer CUSTOMER =
            new Customer("K-1", true, "ordinary", new Person(PERSON, "李雷", "13800000000", null, null));
    public static final Product PRODUCT = new Product("干燥机", null, "DR-40", null, null, null, 1, null);
    public static final PolicyRef POLICY = new PolicyRef("fup.afterComplaint.within", 1, "GENERAL");
    public static final Satisfaction HAPPY = new Satisfaction(5, 5);
    public static final Satisfaction SAD = new Satisfaction(2, 5);
    public static final Issue STILL_NOISY = new Issue("仍有异响", "important", "换机");

    private Tasks() {}

    public static Actor person(String id, String... roles) {
        return new Actor(id, id, Set.of(roles), null, null, null);
    }

    public static DeciderSpec<FollowUpCommand, FollowUp, FollowUpEvent> followUp() {
        return followUp(GENERAL);
    }

    public static DeciderSpec<FollowUpCommand, FollowUp, FollowUpEvent> followUp(PolicyValues policies) {
        return DeciderSpec.of(new FollowUpDecider(), policies);
    }

    public static Subject subject(@Nullable String severity) {
        return new Subject(CUSTOMER, PRODUCT, severity, "noise", "装配车间");
    }

    public static Handled handled() {
        return new Handled(COMPLAINT, "26020001", 1, HANDLED);
    }

    public static Handled secondHandled() {
        return new Handled(SECOND_COMPLAINT, "26030001", 1, NOW);
    }

    public static PlanFollowUp plan(@Nullable String severity, @Nullable String exemption) {
        return new PlanFollowUp(handled(), Link.first(FIRST), subject(severity), exemption);
    }

    public static PlanRecontact planRecontact() {
        return new PlanRecontact(NEXT, secondHandled(), Subject.UNKNOWN, null);
    }

    public static FollowUpPlanned planned() {
        return planned("ordinary", "followup-agent");
    }

    public static FollowUpPlanned planned(@Nullable String severity, String role) {
        return planned(FIRST, 1, null, severity, role);
    }

    /** The contact that comes after the first one. */
    public static FollowUpPlanned secondContact() {
        return planned(FIRST, 2, FIRST, "ordinary", "followup-agent");
    }

    private static FollowUpPlanned planned(
            UUID chain, int contact, @Nullable UUID previous, @Nullable String severity, String role) {
        return new FollowUpPlanned(
                COMPLAINT,
                "26020001",
                1,
                chain,
                contact,
                previous,
                contact == 1 ? "after-complaint" : "second-contact",
                CUSTOMER,
                PRODUCT,
                severity,
                "noise",
                "装配车间",
                role,
                HANDLED,
                NOW,
                DUE,
                POLICY);
    }

    public static ClaimFollowUp claim() {
        return new ClaimFollowUp("phone");
    }

    public static FollowUpClaimed claimed(Actor by) {
        return claimed(by, LEASE);
    }

    public static FollowUpClaimed claimed(Actor by, Instant until) {
        return new FollowUpClaimed(by.id(), by.name(), "phone", until);
    }

    public static ReportAttempt attempt(String outcome) {
        return new ReportAttempt("phone", null, outcome, null, null, null, null);
    }

    public static FollowUpAttempted attempted(int attempt, String outcome, @Nullable Instant next) {
        return new FollowUpAttempted(attempt, "han", "phone", null, outcome, NOW, null, next, null, null);
    }

    public static FollowUpAttempted reached() {
        return attempted(1, "reached", null);
    }

    public static RecordFollowUp record(
            @Nullable Satisfaction satisfaction, @Nullable String opinions, Issue... issues) {
        return new RecordFollowUp(
                List.of(new GivenAnswer("异响是否已消除？", "是")), satisfaction, opinions, List.of(issues), null, null);
    }

    public static FollowUpRecorded recorded(
            boolean dissatisfied, @Nullable Satisfaction satisfaction, @Nullable String opinions, Issue... issues) {
        return new FollowUpRecorded(
                COMPLAINT,
                "26020001",
                FIRST,
                1,
                "han",
                "phone",
                List.of(new GivenAnswer("异响是否已消除？", "是")),
                satisfaction,
                opinions,
                List.of(issues),
                null,
                dissatisfied,
                CUSTOMER,
                PRODUCT,
                "ordinary",
                "noise",
                "装配车间",
                TODAY,
                TODAY,
                true,
                1,
                null);
    }

    public static FollowUpRecorded happy() {
        return recorded(false, HAPPY, null);
    }

    public static FollowUpRecorded sad() {
        return recorded(true, SAD, "又响了", STILL_NOISY);
    }

    /** What the first contact says when the complaint it led to has been handled. */
    public static FollowUpRecontactPlanned recontact(UUID next) {
        return new FollowUpRecontactPlanned(
                next,
                SECOND_COMPLAINT,
                "26030001",
                1,
                FIRST,
                2,
                NOW,
                CUSTOMER,
                PRODUCT,
                "ordinary",
                "noise",
                "装配车间",
                null);
    }

    public static Task taskOf(FollowUp state) {
        return (Task) state;
    }

    /** An event as the log brings it. */
    public static EventEnvelope event(
            String source, String aggregate, UUID subject, int sequence, String name, String data, Instant at) {
        return new EventEnvelope(
                new UUID(0, sequence),
                name,
                1,
                source,
                aggregate,
                subject,
                sequence,
                at,
                at,
                new ActorName("test", "test", "admin"),
                "test",
                null,
                null,
                new Position(1, sequence, sequence),
                data);
    }
}
