package io.huiyin.nonconformity;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.testing.DeciderSpec;
import io.huiyin.nonconformity.Nonconformity.Sheet;
import io.huiyin.nonconformity.NonconformityCommand.Approve;
import io.huiyin.nonconformity.NonconformityCommand.Execute;
import io.huiyin.nonconformity.NonconformityCommand.Opine;
import io.huiyin.nonconformity.NonconformityCommand.ProposeDisposition;
import io.huiyin.nonconformity.NonconformityCommand.Reinspect;
import io.huiyin.nonconformity.NonconformityCommand.Verify;
import io.huiyin.nonconformity.NonconformityEvent.DispositionApproved;
import io.huiyin.nonconformity.NonconformityEvent.DispositionExecuted;
import io.huiyin.nonconformity.NonconformityEvent.DispositionProposed;
import io.huiyin.nonconformity.NonconformityEvent.DispositionVerified;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityClassified;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityConfirmed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityReported;
import io.huiyin.nonconformity.NonconformityEvent.NonconformitySegregated;
import io.huiyin.nonconformity.NonconformityEvent.OpinionGiven;
import io.huiyin.nonconformity.NonconformityEvent.ReviewConvened;
import io.huiyin.nonconformity.rules.ReinspectionNeeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tests of nonconformities start from: ten pieces of a lot, found at the incoming inspection. */
public final class Sheets {

    public static final PolicyValues GENERAL = PolicyProfiles.load("GENERAL");
    public static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    public static final UUID COMPLAINT = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000011");

    /** Dispositions by number. */
    public static final UUID A = new UUID(0, 0xa);

    public static final UUID B = new UUID(0, 0xb);
    public static final UUID C = new UUID(0, 0xc);

    public static final Product TEN = new Product("轴承", "6204", "L-7", List.of("S-1", "S-2"), 10);

    public static final Actor QUALITY = actor("zhao", "quality");
    public static final Actor MEMBER = actor("sun", "engineering");
    public static final Actor SITE = actor("qian", "mrb-site");
    public static final Actor COMPANY = actor("zhou", "mrb-company");
    public static final Actor WORKER = actor("wu", "production");
    public static final Actor INSPECTOR = actor("zheng", "inspector");
    public static final Actor LEADER = actor("li", "leader");

    private Sheets() {}

    public static Actor actor(String id, String... roles) {
        return new Actor(id, id, Set.of(roles), null, null, null);
    }

    public static DeciderSpec<NonconformityCommand, Nonconformity, NonconformityEvent> nonconformity() {
        return nonconformity(GENERAL);
    }

    public static DeciderSpec<NonconformityCommand, Nonconformity, NonconformityEvent> nonconformity(
            PolicyValues policies) {
        return DeciderSpec.of(new NonconformityDecider(), policies);
    }

    /** GENERAL with another value. */
    public static PolicyValues with(String key, PolicyValue value) {
        Map<String, PolicyValues.Entry> values = new HashMap<>(GENERAL.values());
        values.put(key, new PolicyValues.Entry(value, 1, "TEST"));
        return new PolicyValues("TEST", values);
    }

    public static Filing filing(@Nullable Product product) {
        return new Filing("incoming-inspection", "purchased-item", null, product, "苏州轴承有限公司", "收货区", "游隙超差", "图纸 03");
    }

    public static NonconformityReported reported(@Nullable Product product) {
        return reported(product, "purchased-item");
    }

    private static NonconformityReported reported(@Nullable Product product, String category) {
        Filing said = filing(product);
        return new NonconformityReported(
                "NC26030001",
                "incoming-inspection",
                category,
                null,
                product,
                said.supplier(),
                said.location(),
                "游隙超差",
                said.standard(),
                null,
                null,
                "zheng",
                NOW,
                null);
    }

    /** A report that a complaint raised. */
    public static NonconformityReported reportedForComplaint(Product product) {
        return new NonconformityReported(
                "NC26030001",
                "customer-complaint",
                "delivered",
                null,
                product,
                null,
                null,
                "运行时有异响",
                null,
                COMPLAINT,
                "26030007",
                "zhao",
                NOW,
                "我方质量责任");
    }

    public static final NonconformitySegregated SEGREGATED =
            new NonconformitySegregated("不合格品区", "chen", "L-7", List.of("S-1", "S-2"), null);
    public static final NonconformityConfirmed CONFIRMED = new NonconformityConfirmed(null);
    public static final ReviewConvened CONVENED = new ReviewConvened(List.of("sun", "zhao"), "mrb-site", null);
    public static final OpinionGiven HEARD = new OpinionGiven("sun", "可返工", "agree", null);

    public static NonconformityClassified classified(String severity) {
        return new NonconformityClassified(
                severity,
                severity.equals("minor") ? "mrb-site" : "mrb-company",
                new PolicyRef("ncr.authority", 1, "GENERAL"),
                null);
    }

    public static DispositionProposed proposed(UUID id, String disposition, @Nullable Integer quantity) {
        return new DispositionProposed(id, disposition, "原因", quantity, null);
    }

    public static DispositionApproved approved(UUID... ids) {
        return new DispositionApproved(List.of(ids), "mrb-site", "qian", "同意", null);
    }

    public static DispositionExecuted executed(UUID id, String disposition, @Nullable Integer quantity) {
        return new DispositionExecuted(
                id, disposition, quantity, "已完成", "wu", ReinspectionNeeded.after(disposition), null);
    }

    public static DispositionVerified verified(UUID id) {
        return new DispositionVerified(id, "zhao", null);
    }

    /** Ten pieces, minor, under review and one member heard; then what is added. */
    public static NonconformityEvent[] heard(NonconformityEvent... more) {
        return heard(TEN, "minor", more);
    }

    public static NonconformityEvent[] heard(@Nullable Product product, String severity, NonconformityEvent... more) {
        return all(reported(product), SEGREGATED, CONFIRMED, classified(severity), CONVENED, HEARD, more);
    }

    /** The same of another category. */
    public static NonconformityEvent[] heardOf(String category, NonconformityEvent... more) {
        return all(reported(TEN, category), SEGREGATED, CONFIRMED, classified("minor"), CONVENED, HEARD, more);
    }

    private static NonconformityEvent[] all(
            NonconformityEvent a,
            NonconformityEvent b,
            NonconformityEvent c,
            NonconformityEvent d,
            NonconformityEvent e,
            NonconformityEvent f,
            NonconformityEvent... more) {
        List<NonconformityEvent> events = new ArrayList<>(List.of(a, b, c, d, e, f));
        events.addAll(List.of(more));
        return events.toArray(NonconformityEvent[]::new);
    }

    public static Sheet sheet(Nonconformity state) {
        return assertInstanceOf(Sheet.class, state);
    }

    public static Opine opine() {
        return new Opine("可返工", "agree", null);
    }

    public static ProposeDisposition propose(UUID id, String disposition, @Nullable Integer quantity) {
        return new ProposeDisposition(id, disposition, "原因", quantity, null);
    }

    public static Approve approve() {
        return new Approve(null, "同意", null);
    }

    public static Execute execute(@Nullable UUID id) {
        return new Execute(id, "已完成", null);
    }

    public static Reinspect reinspect(@Nullable UUID id, boolean passed) {
        return new Reinspect(id, passed, "复检报告", null);
    }

    public static Verify verify(@Nullable UUID id) {
        return new Verify(id, null);
    }
}
