package io.huiyin.report;

import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.Creation;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.huiyin.report.ReportCommand.CompileReport;
import io.huiyin.report.ReportCommand.Successor;
import io.huiyin.report.ReportCommand.SupersedeReport;
import io.huiyin.report.content.Compiler;
import io.huiyin.report.rules.ReportKinds;
import io.huiyin.report.views.list.FirstEdition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handles commands to reports. */
@ApplicationScoped
public class Reports {

    /** The log of this service. */
    public static final String TOPIC = "report-events";

    /** Where reports live. */
    public static final String PATH = "/v1/reports";

    private static final long NINETEEN_DIGITS = 1_000_000_000_000_000_000L;

    private final CommandHandler<ReportCommand, Report, ReportEvent> handler;
    private final Compiler compiler;
    private final FirstEdition first;
    private final SecureRandom random = new SecureRandom();

    Reports(EventStore store, BusinessClock clock, PoliciesInForce policies, Compiler compiler, FirstEdition first) {
        this.handler = new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        "report", TOPIC, PATH, new ReportDecider(), EventNames.of(ReportEvent.class), ReportAnswer::of),
                store,
                clock,
                policies);
        this.compiler = compiler;
        this.first = first;
    }

    /** Compiles a report from what is known now; it becomes the next edition of its kind, period and zone. */
    public Uni<Answer> compile(String kind, String period, ZoneId zone, CommandRequest request) {
        ReportPeriod asked = ReportKinds.period(kind, period);
        Context context = handler.context(request.actor());
        // Stands for the edition until the append takes its number. It must be a number itself, and one that no text
        // contains.
        long placeholder = -NINETEEN_DIGITS - random.nextLong(NINETEEN_DIGITS);
        Append.Series editions = new Append.Series(
                "report:%s:%s:%s".formatted(kind, asked, zone.getId()), "", 1, Long.toString(placeholder));
        return promised(kind, asked)
                .flatMap(promised -> compiler.quality(kind, asked, zone, context.now(), context.policies())
                        .flatMap(compilation -> handler.create(
                                Ids.next(),
                                new CompileReport(
                                        kind, asked.toString(), zone.getId(), placeholder, promised, compilation),
                                request,
                                new Creation(null, editions))));
    }

    /** By when the period's first edition is due, as its event has it. */
    private Uni<@Nullable ReportDue> promised(String kind, ReportPeriod period) {
        return first.withDueDay(kind, period.toString())
                .flatMap(id -> id == null
                        ? Uni.createFrom().nullItem()
                        : handler.get(id, null).map(folded -> switch (folded.state()) {
                            case Report.NotCompiled none -> null;
                            case Report.Compiled report -> report.sheet().due();
                        }));
    }

    public Uni<Answer> handle(UUID id, ReportCommand command, CommandRequest request) {
        return handler.handle(id, command, request);
    }

    /** Supersedes a report, by another one if it is named. */
    public Uni<Answer> supersede(UUID id, String reason, @Nullable UUID by, CommandRequest request) {
        return successor(by).flatMap(successor -> handle(id, new SupersedeReport(reason, successor), request));
    }

    private Uni<@Nullable Successor> successor(@Nullable UUID by) {
        if (by == null) {
            return Uni.createFrom().nullItem();
        }
        return handler.get(by, null)
                .<@Nullable Successor>map(folded -> switch (folded.state()) {
                    case Report.NotCompiled none -> null;
                    case Report.Compiled other ->
                        new Successor(
                                by,
                                other.sheet().kind(),
                                other.sheet().period(),
                                other.sheet().zone(),
                                other.sheet().edition());
                })
                .onFailure(NotFound.class)
                .transform(none -> new InvalidInput("/by", "is no report"));
    }

    /** The report as it is, or as it was recorded at an instant. */
    public Uni<ReportAnswer> get(UUID id, @Nullable Instant asOf) {
        return handler.get(id, asOf).map(folded -> ReportAnswer.of(id, folded.state(), folded.version()));
    }

    public Uni<List<EventEnvelope>> history(UUID id) {
        return handler.history(id);
    }
}
