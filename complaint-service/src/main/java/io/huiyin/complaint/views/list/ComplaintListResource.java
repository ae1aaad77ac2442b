package io.huiyin.complaint.views.list;

import io.huiyin.complaint.ComplaintStatus;
import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.rules.KnownChannel;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Conditions;
import io.huiyin.kernel.rest.Page;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Finding complaints. */
@Path(Complaints.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintListResource {

    private final Views views;
    private final Requests requests;
    private final BusinessClock clock;
    private final PoliciesInForce policies;

    ComplaintListResource(Views views, Requests requests, BusinessClock clock, PoliciesInForce policies) {
        this.views = views;
        this.requests = requests;
        this.clock = clock;
        this.policies = policies;
    }

    /** One case in the list. */
    public record Item(
            UUID id,
            String number,
            String status,
            int version,
            @Nullable String channel,
            @Nullable String severity,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String product,
            @Nullable String region,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable SourceItem source,
            @Nullable String summary,
            Instant receivedAt,
            @Nullable Instant nextDueAt,
            boolean overdue,
            boolean historical) {

        static Item of(ComplaintListEntry entry, Instant now) {
            return new Item(
                    entry.id,
                    entry.number,
                    entry.status,
                    entry.version,
                    entry.channel,
                    entry.severity,
                    entry.category,
                    entry.issue,
                    entry.product,
                    entry.region,
                    entry.customerId,
                    entry.customerName,
                    entry.sourceSystem == null ? null : new SourceItem(entry.sourceSystem, entry.sourceReference),
                    entry.summary,
                    entry.receivedAt,
                    entry.nextDueAt,
                    entry.nextDueAt != null && entry.nextDueAt.isBefore(now),
                    entry.historical);
        }
    }

    /** The posting system and its reference. */
    public record SourceItem(String system, @Nullable String reference) {}

    /** How the list may be sorted; each has a cursor of its own. */
    private enum Order {
        NEWEST("-receivedAt", "receivedAt", false),
        OLDEST("receivedAt", "receivedAt", true),
        DUE("dueAt", "nextDueAt", true);

        private final String parameter;
        private final String field;
        private final boolean ascending;

        Order(String parameter, String field, boolean ascending) {
            this.parameter = parameter;
            this.field = field;
            this.ascending = ascending;
        }

        static Order of(@Nullable String sort) {
            for (Order order : values()) {
                if (order.parameter.equals(sort == null ? "-receivedAt" : sort)) {
                    return order;
                }
            }
            throw new InvalidInput("/sort", "is none of -receivedAt, receivedAt, dueAt");
        }

        String cursor(ComplaintListEntry entry) {
            return mark() + (this == DUE ? entry.nextDueAt : entry.receivedAt) + "|" + entry.id;
        }

        String mark() {
            return "complaints|" + parameter + "|";
        }
    }

    @GET
    @RolesAllowed({
        "intake",
        "agent",
        "complaint-owner",
        "quality",
        "engineering",
        "production",
        "technician",
        "gm-office",
        "general-manager",
        "chairman",
        "department-head",
        "leader",
        "management-rep",
        "auditor",
        "admin"
    })
    @Operation(operationId = "complaints", summary = "Complaints by filters and text, newest first")
    public Uni<RestResponse<Page<Item>>> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String severity,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String product,
            @RestQuery @Nullable String customerId,
            @RestQuery @Nullable String channel,
            @RestQuery @Nullable String overdue,
            @RestQuery @Nullable String sourceSystem,
            @RestQuery @Nullable String reference,
            @RestQuery @Nullable String originFollowUpId,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String receivedFrom,
            @RestQuery @Nullable String receivedTo,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast,
            @Context UriInfo uri) {
        ZoneId zone = policies.values().zone("business.zone");
        Instant now = clock.instant();
        Order order = Order.of(sort);
        int size = Page.limit(limit);
        Conditions conditions = new Conditions()
                .equal("status", Parameters.oneOf("status", status, ComplaintStatus.all()))
                .equal("severity", severity)
                .equal("category", category)
                .equal("product", product)
                .equal("customerId", customerId)
                .equal("channel", Parameters.oneOf("channel", channel, KnownChannel.ALL))
                .equal("sourceSystem", ownSource(sourceSystem))
                .equal("sourceReference", reference)
                .equal("originFollowUpId", Parameters.uuid("originFollowUpId", originFollowUpId))
                .text("search", q)
                .from("receivedAt", Parameters.dateOrInstant("receivedFrom", receivedFrom, zone))
                .before("receivedAt", Parameters.dateOrInstant("receivedTo", receivedTo, zone))
                .after(
                        Page.decode(after, order.mark()),
                        order.field,
                        order.ascending,
                        Instant::parse,
                        "id",
                        UUID::fromString);
        overdue(conditions, Parameters.flag("overdue", overdue), now);
        if (order == Order.DUE) {
            conditions.where("nextDueAt is not null");
        }
        return views.atLeast(ComplaintListProjection.NAME, atLeast)
                .flatMap(ignored -> list(conditions, order, size + 1))
                .map(rows -> Page.answer(Page.of(rows, size, row -> Item.of(row, now), order::cursor), uri));
    }

    /** A posting system lists its own cases. */
    private @Nullable String ownSource(@Nullable String asked) {
        Actor actor = requests.actor();
        return actor.roles().size() == 1 && actor.roles().contains("intake") ? String.valueOf(actor.source()) : asked;
    }

    private static void overdue(Conditions conditions, @Nullable Boolean overdue, Instant now) {
        if (overdue != null) {
            conditions.where(overdue ? "nextDueAt < :%1$s" : "nextDueAt is null or nextDueAt >= :%1$s", now);
        }
    }

    private static Uni<List<ComplaintListEntry>> list(Conditions conditions, Order order, int size) {
        Sort.Direction direction = order.ascending ? Sort.Direction.Ascending : Sort.Direction.Descending;
        Sort sort = Sort.by(order.field, direction).and("id", direction);
        return Panache.withSession(
                () -> ComplaintListEntry.<ComplaintListEntry>find(conditions.where(), sort, conditions.values())
                        .page(0, size)
                        .list());
    }
}
