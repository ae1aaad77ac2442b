package io.huiyin.complaint.views.list;

import io.huiyin.complaint.ComplaintStatus;
import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.rules.KnownChannel;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.projection.Views;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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
    private final PolicyProfiles.InForce policies;

    ComplaintListResource(Views views, Requests requests, BusinessClock clock, PolicyProfiles.InForce policies) {
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
        Query query = new Query();
        query.equal("status", Parameters.oneOf("status", status, ComplaintStatus.all()));
        query.equal("severity", severity);
        query.equal("category", category);
        query.equal("product", product);
        query.equal("customerId", customerId);
        query.equal("channel", Parameters.oneOf("channel", channel, KnownChannel.ALL));
        query.equal("sourceSystem", ownSource(sourceSystem));
        query.equal("sourceReference", reference);
        query.overdue(Parameters.flag("overdue", overdue), now);
        query.text(q);
        query.from(Parameters.dateOrInstant("receivedFrom", receivedFrom, zone));
        query.to(Parameters.dateOrInstant("receivedTo", receivedTo, zone));
        query.after(order, Page.decode(after, order.mark()));
        return views.atLeast(ComplaintListProjection.NAME, atLeast)
                .flatMap(ignored -> query.list(order, size + 1))
                .map(rows -> Page.answer(Page.of(rows, size, row -> Item.of(row, now), order::cursor), uri));
    }

    /** A posting system lists its own cases. */
    private @Nullable String ownSource(@Nullable String asked) {
        Actor actor = requests.actor();
        return actor.roles().size() == 1 && actor.roles().contains("intake") ? String.valueOf(actor.source()) : asked;
    }

    /** Conditions as they are asked for. */
    private static final class Query {
        private static final Pattern BLANK = Pattern.compile("\\s+");
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        void equal(String field, @Nullable String value) {
            if (value != null) {
                conditions.add(field + " = :" + field);
                values.put(field, value);
            }
        }

        void overdue(@Nullable Boolean overdue, Instant now) {
            if (overdue != null) {
                conditions.add(overdue ? "nextDueAt < :now" : "(nextDueAt is null or nextDueAt >= :now)");
                values.put("now", now);
            }
        }

        void text(@Nullable String q) {
            if (q != null && !q.isBlank()) {
                int word = 0;
                for (String part :
                        BLANK.splitAsStream(q.strip().toLowerCase(Locale.ROOT)).toList()) {
                    word++;
                    conditions.add("search like :q" + word + " escape '!'");
                    values.put("q" + word, "%" + part.replaceAll("([!%_])", "!$1") + "%");
                }
            }
        }

        void from(@Nullable Instant from) {
            if (from != null) {
                conditions.add("receivedAt >= :from");
                values.put("from", from);
            }
        }

        void to(@Nullable Instant to) {
            if (to != null) {
                conditions.add("receivedAt < :to");
                values.put("to", to);
            }
        }

        void after(Order order, @Nullable String cursor) {
            if (order == Order.DUE) {
                conditions.add("nextDueAt is not null");
            }
            if (cursor == null) {
                return;
            }
            try {
                int bar = cursor.indexOf('|');
                values.put("afterAt", Instant.parse(cursor.substring(0, Math.max(0, bar))));
                values.put("afterId", UUID.fromString(cursor.substring(bar + 1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Page.badCursor();
            }
            String than = order.ascending ? ">" : "<";
            conditions.add(
                    "%1$s %2$s= :afterAt and (%1$s %2$s :afterAt or id %2$s :afterId)".formatted(order.field, than));
        }

        Uni<List<ComplaintListEntry>> list(Order order, int size) {
            Sort.Direction direction = order.ascending ? Sort.Direction.Ascending : Sort.Direction.Descending;
            Sort sort = Sort.by(order.field, direction).and("id", direction);
            String where = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
            return Panache.withSession(() -> ComplaintListEntry.<ComplaintListEntry>find(where, sort, values)
                    .page(0, size)
                    .list());
        }
    }
}
