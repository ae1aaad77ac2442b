package io.huiyin.complaint;

import io.huiyin.complaint.ComplaintCommand.RegisterComplaint;
import io.huiyin.complaint.PromisedClock.Happened;
import io.huiyin.complaint.rules.CaseNumber;
import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.Creation;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
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
import java.util.ArrayList;
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

    private static final EventNames<ComplaintEvent> NAMES = EventNames.of(ComplaintEvent.class);

    private final CommandHandler<ComplaintCommand, Complaint, ComplaintEvent> handler;

    Complaints(EventStore store, BusinessClock clock, PoliciesInForce policies) {
        this.handler = new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        "complaint", TOPIC, PATH, DECIDER, NAMES, ComplaintAnswer::of, Complaints::nextDueAt),
                store,
                clock,
                policies);
    }

    private static @Nullable Instant nextDueAt(Complaint complaint) {
        return complaint instanceof Complaint.Case filed ? filed.nextDueAt() : null;
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

    /**
     * A limit of a case as it stands now.
     *
     * @param department whose step it is, of a step; without it the first one
     * @return fails with {@link NotFound} when nothing of that kind was promised
     */
    Uni<DeadlineReading> deadline(UUID id, String milestone, @Nullable String department) {
        return handler.history(id).map(history -> {
            List<Happened> happened = new ArrayList<>(history.size());
            for (EventEnvelope envelope : history) {
                ComplaintEvent event = NAMES.read(envelope.name(), envelope.version(), envelope.data());
                if (event != null) {
                    happened.add(new Happened(event, envelope.occurredAt()));
                }
            }
            Context now = handler.context(Actor.system("reader"));
            DeadlineReading reading = DeadlineReading.of(happened, milestone, department, now.calendar(), now.now());
            if (reading == null) {
                throw new NotFound("deadline", milestone);
            }
            return reading;
        });
    }

    /** For imports, which append many cases at once. */
    public CommandHandler<ComplaintCommand, Complaint, ComplaintEvent> handler() {
        return handler;
    }
}
