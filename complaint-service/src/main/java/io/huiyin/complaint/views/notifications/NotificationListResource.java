package io.huiyin.complaint.views.notifications;

import io.huiyin.complaint.Recipient;
import io.huiyin.complaint.notifications.Notification.Reading;
import io.huiyin.complaint.notifications.Notifications;
import io.huiyin.complaint.views.list.ComplaintListProjection;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Conditions;
import io.huiyin.kernel.rest.Page;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.rest.Requests;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Looking into inboxes. */
@Path(Notifications.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class NotificationListResource {

    private static final String MARK = "notifications|";

    private final Views views;
    private final Requests requests;

    NotificationListResource(Views views, Requests requests) {
        this.views = views;
        this.requests = requests;
    }

    /**
     * What one recipient was told.
     *
     * @param title the code of its title: what the event that gave cause is called
     * @param department whose step it is, of a step
     * @param level of the ladder, of an escalation
     */
    public record Item(
            String id,
            String kind,
            String title,
            Recipient recipient,
            UUID complaintId,
            @Nullable String complaintNumber,
            @Nullable String milestone,
            @Nullable String department,
            @Nullable Instant dueAt,
            @Nullable Integer level,
            Instant occurredAt,
            Instant recordedAt,
            boolean unread,
            List<Reading> readBy) {

        static Item of(NotificationEntry entry, List<Reading> readBy, @Nullable String reader) {
            return new Item(
                    entry.id,
                    entry.kind,
                    entry.title,
                    Recipient.read(entry.recipient),
                    entry.complaintId,
                    entry.complaintNumber,
                    entry.milestone,
                    entry.department,
                    entry.dueAt,
                    entry.level,
                    entry.occurredAt,
                    entry.recordedAt,
                    readBy.stream()
                            .noneMatch(reading ->
                                    reader == null || reading.person().equals(reader)),
                    readBy);
        }
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "notifications",
            summary = "What the caller, his department and his roles were told, newest first")
    public Uni<RestResponse<Page<Item>>> list(
            @RestQuery @Nullable String unread,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String complaintId,
            @RestQuery @Nullable String role,
            @RestQuery @Nullable String department,
            @RestQuery @Nullable String person,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast,
            @Context UriInfo uri) {
        Inbox inbox = Inbox.of(requests.actor(), role, department, person);
        int size = Page.limit(limit);
        Conditions conditions = new Conditions()
                .in("n.recipient", inbox.recipients())
                .equal("n.kind", Parameters.oneOf("kind", kind, NotificationKind.all()))
                .equal("n.complaintId", Parameters.uuid("complaintId", complaintId))
                .after(Page.decode(after, MARK), "n.recordedAt", false, Instant::parse, "n.id", id -> id);
        unread(conditions, Parameters.flag("unread", unread), inbox.reader());
        return views.atLeast(NotificationProjection.NAME, atLeast)
                // The numbers of cases are the list's.
                .flatMap(ignored -> views.atLeast(ComplaintListProjection.NAME, atLeast))
                .flatMap(ignored -> find(conditions, size + 1, inbox.reader()))
                .map(items -> Page.answer(
                        Page.of(items, size, item -> item, item -> MARK + item.recordedAt() + "|" + item.id()), uri));
    }

    private static void unread(Conditions conditions, @Nullable Boolean unread, @Nullable String reader) {
        if (unread == null) {
            return;
        }
        String read = (unread ? "not " : "") + "exists (select 1 from ReadingEntry r where r.notification = n.id";
        if (reader == null) {
            conditions.where(read + ")");
        } else {
            conditions.where(read + " and r.person = :%s)", reader);
        }
    }

    private static Uni<List<Item>> find(Conditions conditions, int size, @Nullable String reader) {
        return Panache.withSession(() -> NotificationEntry.<NotificationEntry>find(
                        "from NotificationEntry n where " + conditions.where()
                                + " order by n.recordedAt desc, n.id desc",
                        conditions.values())
                .page(0, size)
                .list()
                .flatMap(entries -> readings(entries)
                        .map(readings -> entries.stream()
                                .map(entry -> Item.of(entry, readings.getOrDefault(entry.id, List.of()), reader))
                                .toList())));
    }

    /** Who has read these, by notification, the first reader first. */
    private static Uni<Map<String, List<Reading>>> readings(List<NotificationEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<String> ids = entries.stream().map(entry -> entry.id).toList();
        return ReadingEntry.<ReadingEntry>find("notification in ?1 order by readAt, person", ids)
                .list()
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                entry -> entry.notification,
                                Collectors.mapping(
                                        entry -> new Reading(entry.person, entry.readAt), Collectors.toList()))));
    }
}
