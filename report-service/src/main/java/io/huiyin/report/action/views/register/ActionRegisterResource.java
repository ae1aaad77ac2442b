package io.huiyin.report.action.views.register;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Conditions;
import io.huiyin.kernel.rest.Page;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.report.action.ImprovementAction.Status;
import io.huiyin.report.action.ImprovementActions;
import io.huiyin.report.action.Origin;
import io.huiyin.report.action.rules.KnownOrigin;
import io.huiyin.report.action.rules.Overdue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Finding improvement actions. */
@Path(ImprovementActions.PATH)
public class ActionRegisterResource {

    private final Views views;
    private final ImprovementActions actions;

    ActionRegisterResource(Views views, ImprovementActions actions) {
        this.views = views;
        this.actions = actions;
    }

    /** An action in the register. */
    public record Item(
            UUID id,
            String number,
            String status,
            int version,
            String problem,
            Origin origin,
            Instant proposedAt,
            @Nullable String requirement,
            @Nullable String department,
            @Nullable String person,
            @Nullable LocalDate dueOn,
            boolean overdue,
            @Nullable String verifyingDepartment,
            @Nullable String verifier,
            int rounds,
            @Nullable Instant verifiedAt) {

        static Item of(ActionRegisterEntry entry, LocalDate today) {
            return new Item(
                    entry.id,
                    entry.number,
                    entry.status,
                    entry.version,
                    entry.problem,
                    new Origin(entry.originKind, entry.originId),
                    entry.proposedAt,
                    entry.requirement,
                    entry.department,
                    entry.person,
                    entry.dueOn,
                    entry.dueOn != null
                            && entry.dueOn.isBefore(today)
                            && Overdue.statuses().contains(entry.status),
                    entry.verifyingDepartment,
                    entry.verifier,
                    entry.rounds,
                    entry.verifiedAt);
        }
    }

    /** How the register may be sorted; each has a cursor of its own. */
    private enum Order {
        NEWEST("-proposedAt", "proposedAt", false),
        DUE("dueOn", "dueOn", true);

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
                if (order.parameter.equals(sort == null ? NEWEST.parameter : sort)) {
                    return order;
                }
            }
            throw new InvalidInput("/sort", "is none of -proposedAt, dueOn");
        }

        Object value(String text) {
            return switch (this) {
                case NEWEST -> Instant.parse(text);
                case DUE -> LocalDate.parse(text);
            };
        }

        String mark() {
            return "improvement-actions|" + parameter + "|";
        }

        String cursor(ActionRegisterEntry entry) {
            return mark() + (this == DUE ? entry.dueOn : entry.proposedAt) + "|" + entry.id;
        }

        Sort sort() {
            Sort.Direction direction = ascending ? Sort.Direction.Ascending : Sort.Direction.Descending;
            return Sort.by(field, direction).and("id", direction);
        }
    }

    @GET
    @RolesAllowed({
        "quality",
        "department-head",
        "production",
        "engineering",
        "technician",
        "inspector",
        "warehouse",
        "purchasing",
        "dispatcher",
        "agent",
        "complaint-owner",
        "followup-supervisor",
        "factory-director",
        "chief-engineer",
        "management-rep",
        "general-manager",
        "gm-office",
        "leader",
        "bi",
        "auditor",
        "admin"
    })
    @Operation(
            operationId = "improvement-actions",
            summary = "The register of improvement actions, the latest proposed first, or by due date")
    public Uni<RestResponse<Page<Item>>> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String department,
            @RestQuery @Nullable String person,
            @RestQuery @Nullable String verifier,
            @RestQuery @Nullable String overdue,
            @RestQuery @Nullable String originKind,
            @RestQuery @Nullable String originId,
            @RestQuery @Nullable String reportId,
            @RestQuery @Nullable String dueFrom,
            @RestQuery @Nullable String dueBefore,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast,
            @Context UriInfo uri) {
        LocalDate today = actions.today();
        Order order = Order.of(sort);
        int size = Page.limit(limit);
        UUID report = Parameters.uuid("reportId", reportId);
        Conditions conditions = new Conditions()
                .equal("status", Parameters.oneOf("status", status, Status.all()))
                .equal("department", department)
                .equal("person", person)
                .equal("verifier", verifier)
                .equal("originKind", Parameters.oneOf("originKind", originKind, KnownOrigin.KINDS))
                .equal("originId", originId)
                .where("dueOn >= :%s", date("dueFrom", dueFrom))
                .where("dueOn < :%s", date("dueBefore", dueBefore))
                .after(
                        Page.decode(after, order.mark()),
                        order.field,
                        order.ascending,
                        order::value,
                        "id",
                        UUID::fromString);
        if (report != null) {
            conditions.equal("originKind", "report").equal("originId", report.toString());
        }
        if (order == Order.DUE) {
            conditions.where("dueOn is not null");
        }
        overdue(conditions, Parameters.flag("overdue", overdue), today);
        return views.atLeast(ActionRegisterProjection.NAME, atLeast)
                .flatMap(reached -> Panache.withSession(() -> ActionRegisterEntry.<ActionRegisterEntry>find(
                                conditions.where(), order.sort(), conditions.values())
                        .page(0, size + 1)
                        .list()))
                .map(entries ->
                        Page.answer(Page.of(entries, size, entry -> Item.of(entry, today), order::cursor), uri));
    }

    private static @Nullable LocalDate date(String name, @Nullable String text) {
        return text == null ? null : Parameters.date(name, text);
    }

    private static void overdue(Conditions conditions, @Nullable Boolean overdue, LocalDate today) {
        if (overdue == null) {
            return;
        }
        if (overdue) {
            conditions.in("status", Overdue.statuses()).where("dueOn < :%s", today);
        } else {
            conditions.where(
                    "dueOn is null or status not in (" + quoted(Overdue.statuses()) + ") or dueOn >= :%s", today);
        }
    }

    private static String quoted(List<String> statuses) {
        return "'" + String.join("', '", statuses) + "'";
    }
}
