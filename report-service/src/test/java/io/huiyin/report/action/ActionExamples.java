package io.huiyin.report.action;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.report.Person;
import io.huiyin.report.action.ImprovementActionCommand.AssignAction;
import io.huiyin.report.action.ImprovementActionEvent.Assigned;
import io.huiyin.report.action.ImprovementActionEvent.Cancelled;
import io.huiyin.report.action.ImprovementActionEvent.Closed;
import io.huiyin.report.action.ImprovementActionEvent.CustomerInformed;
import io.huiyin.report.action.ImprovementActionEvent.Done;
import io.huiyin.report.action.ImprovementActionEvent.FoundIneffective;
import io.huiyin.report.action.ImprovementActionEvent.Proposed;
import io.huiyin.report.action.ImprovementActionEvent.Reported;
import io.huiyin.report.action.ImprovementActionEvent.Started;
import io.huiyin.report.action.ImprovementActionEvent.Verified;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the tests of improvement actions start from. */
public final class ActionExamples {

    /** The 21st of November in Shanghai. */
    public static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");

    static final LocalDate DUE = LocalDate.of(2026, 12, 20);
    static final Origin COMPLAINT = new Origin("complaint", "0198f0a0-7c1e-7000-8000-00000000c001");
    static final Origin REVIEW = new Origin("review", "管理评审 2026-10");

    static final Actor WANG = person("wang", "质量保证部", "quality");
    static final Actor ZHAO = person("zhao", "机加工车间", "production");
    static final Actor CHEN = person("chen", "检验科", "inspector");
    static final Actor LIU = person("liu", "质量保证部", "quality");

    private ActionExamples() {}

    static Actor person(String name, @Nullable String department, String... roles) {
        return new Actor(name, name, Set.of(roles), department, null, null);
    }

    static Person signed(Actor actor) {
        return new Person(actor.id(), actor.name());
    }

    static Proposed proposed(Origin origin, @Nullable String requirement) {
        return new Proposed(
                "IA2611001",
                "轴承座超差",
                origin,
                requirement,
                origin.kind().equals("complaint"),
                new PolicyRef("rpt.actions.informCustomer", 1, "GENERAL"),
                NOW,
                signed(WANG),
                null);
    }

    public static Proposed proposed() {
        return proposed(COMPLAINT, null);
    }

    static AssignAction assign(String person, String verifier) {
        return new AssignAction("机加工车间", person, "三个月内无同类异响", DUE, "质量保证部", verifier, null, null);
    }

    static Assigned assigned(LocalDate dueOn) {
        return new Assigned(
                "IA2611001", "机加工车间", "zhao", "三个月内无同类异响", dueOn, "质量保证部", "chen", NOW, signed(WANG), null, null);
    }

    public static Assigned assigned() {
        return assigned(DUE);
    }

    public static Started started() {
        return new Started(NOW, signed(ZHAO), null);
    }

    public static Done done(int round) {
        return new Done(round, "工艺卡已修订", List.of("GY-118 B"), NOW, signed(ZHAO), null);
    }

    public static FoundIneffective ineffective() {
        return new FoundIneffective(1, "仍有 3 件超差", NOW, signed(CHEN), null);
    }

    static Verified verified(Origin origin) {
        return new Verified("IA2611001", origin, 1, "60 件全部合格", DUE, NOW, signed(CHEN), null);
    }

    public static Verified verified() {
        return verified(COMPLAINT);
    }

    public static Reported reported() {
        return new Reported("李厂长", "验证有效", NOW, signed(WANG), null);
    }

    public static CustomerInformed informed() {
        return new CustomerInformed("phone", "原因已消除", NOW, signed(WANG), null);
    }

    static Closed closed(Origin origin) {
        return new Closed("IA2611001", origin, NOW, signed(WANG), null);
    }

    public static Closed closed() {
        return closed(COMPLAINT);
    }

    public static Cancelled cancelled() {
        return new Cancelled("IA2611001", COMPLAINT, "重复", NOW, signed(WANG), null);
    }

    /** The history of an action that came as far as the last of these. */
    static ImprovementActionEvent[] after(ImprovementActionEvent... events) {
        return Stream.concat(Stream.of(proposed()), Arrays.stream(events)).toArray(ImprovementActionEvent[]::new);
    }
}
