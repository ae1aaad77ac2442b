package io.huiyin.report.action;

import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.Creation;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.huiyin.report.Reports;
import io.huiyin.report.action.ImprovementActionCommand.ProposeAction;
import io.huiyin.report.action.rules.ActionNumber;
import io.huiyin.report.action.rules.Overdue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handles commands to improvement actions. */
@ApplicationScoped
public class ImprovementActions {

    /** Where they live. */
    public static final String PATH = "/v1/improvement-actions";

    private final CommandHandler<ImprovementActionCommand, ImprovementAction, ImprovementActionEvent> handler;
    private final BusinessClock clock;
    private final PoliciesInForce policies;

    ImprovementActions(EventStore store, BusinessClock clock, PoliciesInForce policies) {
        this.clock = clock;
        this.policies = policies;
        this.handler = new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        "improvement-action",
                        Reports.TOPIC,
                        PATH,
                        new ImprovementActionDecider(),
                        EventNames.of(ImprovementActionEvent.class),
                        (id, action, version) -> ImprovementActionAnswer.of(id, action, version, today())),
                store,
                clock,
                policies);
    }

    /** The day by which due dates are judged. */
    public LocalDate today() {
        return Overdue.today(clock.instant(), policies.values());
    }

    /** Proposes an action under the next number. */
    public Uni<Answer> propose(
            String problem,
            Origin origin,
            @Nullable String requirement,
            @Nullable String note,
            CommandRequest request) {
        Context context = handler.context(request.actor());
        ActionNumber.Series series = ActionNumber.at(context.now(), context.policies());
        String placeholder = Ids.next().toString();
        return handler.create(
                Ids.next(),
                new ProposeAction(placeholder, problem, origin, requirement, note),
                request,
                new Creation(null, new Append.Series(series.series(), series.prefix(), series.digits(), placeholder)));
    }

    public Uni<Answer> handle(UUID id, ImprovementActionCommand command, CommandRequest request) {
        return handler.handle(id, command, request);
    }

    /** The action as it is, or as it was recorded at an instant. */
    public Uni<ImprovementActionAnswer> get(UUID id, @Nullable Instant asOf) {
        return handler.get(id, asOf)
                .map(folded -> ImprovementActionAnswer.of(
                        id, folded.state(), folded.version(), asOf == null ? today() : null));
    }

    public Uni<List<EventEnvelope>> history(UUID id) {
        return handler.history(id);
    }
}
