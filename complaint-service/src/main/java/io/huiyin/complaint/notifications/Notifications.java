package io.huiyin.complaint.notifications;

import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.Notice;
import io.huiyin.complaint.Recipient;
import io.huiyin.complaint.notifications.NotificationCommand.ConfirmReading;
import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles readings of notifications. What was told to whom is a fact of the case; a notification has a stream of its own only
 * from its first reading on.
 */
@ApplicationScoped
public class Notifications {

    /** Where notifications live. */
    public static final String PATH = "/v1/notifications";

    private static final String AGGREGATE = "notification";

    private static final EventNames<ComplaintEvent> CASES = EventNames.of(ComplaintEvent.class);

    private final EventStore store;
    private final CommandHandler<NotificationCommand, Notification, NotificationEvent> handler;

    Notifications(EventStore store, BusinessClock clock, PoliciesInForce policies) {
        this.store = store;
        this.handler = new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        AGGREGATE,
                        Complaints.TOPIC,
                        PATH,
                        new NotificationDecider(),
                        EventNames.of(NotificationEvent.class),
                        (stream, notification, version) -> notification),
                store,
                clock,
                policies);
    }

    /**
     * Confirms that the caller has read what he was told.
     *
     * @return fails with {@link NotFound} when nothing of that id was told, with {@link ForbiddenException} when it was not told to him
     */
    Uni<Answer> read(String text, CommandRequest request) {
        NotificationId id = NotificationId.read(text);
        if (id == null) {
            return Uni.createFrom().failure(new NotFound(AGGREGATE, text));
        }
        return store.load(id.complaint()).flatMap(history -> {
            Recipient recipient = recipient(id, history);
            if (recipient == null) {
                throw new NotFound(AGGREGATE, text);
            }
            if (!recipient.reaches(request.actor())) {
                throw new ForbiddenException("a notification is read by those it is told to");
            }
            return handler.put(id.stream(), new ConfirmReading(id), request);
        });
    }

    private static @Nullable Recipient recipient(NotificationId id, List<EventEnvelope> history) {
        if (id.sequence() > history.size()) {
            return null;
        }
        EventEnvelope cause = history.get(id.sequence() - 1);
        List<Recipient> told = CASES.read(cause.name(), cause.version(), cause.data()) instanceof Notice notice
                ? notice.notified()
                : null;
        return told == null || id.place() > told.size() ? null : told.get(id.place() - 1);
    }
}
