package io.huiyin.complaint;

import io.huiyin.complaint.ComplaintCommand.RegisterComplaint;
import io.huiyin.complaint.rules.CaseNumber;
import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.Creation;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handles commands to complaints. */
@ApplicationScoped
public class Complaints {

    /** The log of this service. */
    public static final String TOPIC = "complaint-events";

    /** Where complaints live. */
    public static final String PATH = "/v1/complaints";

    /** Decides about complaints, for handlers and policies alike. */
    public static final ComplaintDecider DECIDER = new ComplaintDecider();

    private final CommandHandler<ComplaintCommand, Complaint, ComplaintEvent> handler;

    Complaints(EventStore store, BusinessClock clock, PoliciesInForce policies) {
        this.handler = new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        "complaint", TOPIC, PATH, DECIDER, EventNames.of(ComplaintEvent.class), ComplaintAnswer::of),
                store,
                clock,
                policies);
    }

    /** The scope of natural keys of one posting system. */
    public static String scope(String system) {
        return "complaint:" + system;
    }

    /**
     * Files a complaint under the next case number.
     *
     * @param content digest of what was posted, to tell a repeat from another case under the same reference
     */
    public Uni<Answer> file(Filing filing, String content, CommandRequest request) {
        var context = handler.context(request.actor());
        CaseNumber.Series series = CaseNumber.filed(context.now(), context.policies());
        String placeholder = Ids.next().toString();
        Source source = filing.source();
        String reference = source == null ? null : source.reference();
        Append.NaturalKey natural = source == null || reference == null
                ? null
                : new Append.NaturalKey(scope(source.system()), reference, content);
        Creation creation = new Creation(
                natural, new Append.Series(series.series(), series.prefix(), series.digits(), placeholder));
        return handler.create(Ids.next(), new RegisterComplaint(placeholder, filing), request, creation);
    }

    public Uni<Answer> handle(UUID id, ComplaintCommand command, CommandRequest request) {
        return handler.handle(id, command, request);
    }

    public Uni<CommandHandler.Folded<Complaint>> get(UUID id, @Nullable Instant asOf) {
        return handler.get(id, asOf);
    }

    public Uni<List<EventEnvelope>> history(UUID id) {
        return handler.history(id);
    }

    /** For imports, which append many cases at once. */
    public CommandHandler<ComplaintCommand, Complaint, ComplaintEvent> handler() {
        return handler;
    }
}
