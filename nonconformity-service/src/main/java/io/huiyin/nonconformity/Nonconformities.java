package io.huiyin.nonconformity;

import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.Creation;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.huiyin.nonconformity.NonconformityCommand.Report;
import io.huiyin.nonconformity.rules.NonconformityNumber;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handles commands to nonconformities. */
@ApplicationScoped
public class Nonconformities {

    /** The log of this service. */
    public static final String TOPIC = "nonconformity-events";

    /** Where nonconformities live. */
    public static final String PATH = "/v1/nonconformities";

    /** Decides for people and for policies. */
    public static final NonconformityDecider DECIDER = new NonconformityDecider();

    private final CommandHandler<NonconformityCommand, Nonconformity, NonconformityEvent> handler;
    private final BusinessClock clock;
    private final PoliciesInForce policies;

    Nonconformities(EventStore store, BusinessClock clock, PoliciesInForce policies) {
        this.handler = new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        "nonconformity",
                        TOPIC,
                        PATH,
                        DECIDER,
                        EventNames.of(NonconformityEvent.class),
                        NonconformityAnswer::of),
                store,
                clock,
                policies);
        this.clock = clock;
        this.policies = policies;
    }

    /** Puts a finding on record under the next number. */
    public Uni<Answer> report(
            Filing filing, @Nullable UUID complaintId, @Nullable String note, CommandRequest request) {
        Append.Series series = series();
        return handler.create(
                Ids.next(),
                new Report(series.placeholder(), filing, complaintId, note),
                request,
                new Creation(null, series));
    }

    /** The number series of now. */
    public Append.Series series() {
        return series(clock.instant(), policies.values());
    }

    static Append.Series series(Instant now, PolicyValues policies) {
        NonconformityNumber.Series series = NonconformityNumber.at(now, policies);
        return new Append.Series(
                series.series(), series.prefix(), series.digits(), Ids.next().toString());
    }

    public Uni<Answer> handle(UUID id, NonconformityCommand command, CommandRequest request) {
        return handler.handle(id, command, request);
    }

    /** The nonconformity, current or as it was recorded at an instant. */
    public Uni<Answer> show(UUID id, @Nullable Instant asOf) {
        return handler.show(id, asOf);
    }

    public Uni<List<EventEnvelope>> history(UUID id) {
        return handler.history(id);
    }

    /** For policies, which decide in a transaction of their own. */
    public CommandHandler<NonconformityCommand, Nonconformity, NonconformityEvent> handler() {
        return handler;
    }
}
