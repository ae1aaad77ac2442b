package io.huiyin.followup.task.views.worklist;

import io.huiyin.followup.task.FollowUpStatus;
import io.huiyin.followup.task.FollowUps;
import io.huiyin.followup.task.rules.HigherRoleMayTakeOver;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Conditions;
import io.huiyin.kernel.rest.Page;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.hibernate.reactive.panache.Panache;
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

/** Finding follow-ups. */
@Path(FollowUps.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class WorklistResource {

    private static final String MARK = "follow-ups|";

    private final Views views;
    private final BusinessClock clock;
    private final PoliciesInForce policies;

    WorklistResource(Views views, BusinessClock clock, PoliciesInForce policies) {
        this.views = views;
        this.clock = clock;
        this.policies = policies;
    }

    /** Who holds it. */
    public record Held(String agent, Instant leaseUntil) {}

    /** One follow-up in the list. */
    public record Item(
            UUID id,
            String status,
            int version,
            UUID complaintId,
            @Nullable String complaintNumber,
            UUID chainId,
            int contact,
            String reason,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String product,
            @Nullable String model,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String department,
            String assigneeRole,
            Instant plannedAt,
            Instant dueAt,
            boolean overdue,
            int attempts,
            @Nullable Instant nextContactAt,
            @Nullable Held claim,
            @Nullable String recordedBy,
            @Nullable Boolean dissatisfied,
            boolean reviewed) {

        static Item of(WorklistEntry row, Instant now) {
            return new Item(
                    row.id,
                    row.status,
                    row.version,
                    row.complaintId,
                    row.complaintNumber,
                    row.chainId,
                    row.contact,
                    row.reason,
                    row.customerId,
                    row.customerName,
                    row.product,
                    row.model,
                    row.issue,
                    row.severity,
                    row.department,
                    row.assigneeRole,
                    row.plannedAt,
                    row.dueAt,
                    row.awaitsContact && row.dueAt.isBefore(now),
                    row.attempts,
                    row.nextContactAt,
                    row.claimedBy == null || row.leaseUntil == null || !now.isBefore(row.leaseUntil)
                            ? null
                            : new Held(row.claimedBy, row.leaseUntil),
                    row.recordedBy,
                    row.dissatisfied,
                    row.reviewed);
        }
    }

    @GET
    @RolesAllowed({"followup-agent", "followup-supervisor", "leader", "complaint-owner", "quality", "auditor", "admin"})
    @Operation(operationId = "follow-ups", summary = "Follow-ups by filters, the earliest due first")
    public Uni<RestResponse<Page<Item>>> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String agent,
            @RestQuery @Nullable String customerId,
            @RestQuery @Nullable String complaintId,
            @RestQuery @Nullable String chainId,
            @RestQuery @Nullable String assigneeRole,
            @RestQuery @Nullable String severity,
            @RestQuery @Nullable String department,
            @RestQuery @Nullable String dissatisfied,
            @RestQuery @Nullable String reviewed,
            @RestQuery @Nullable String overdue,
            @RestQuery @Nullable String dueFrom,
            @RestQuery @Nullable String dueBefore,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast,
            @Context UriInfo uri) {
        ZoneId zone = policies.values().zone("business.zone");
        Instant now = clock.instant();
        int size = Page.limit(limit);
        Conditions conditions = new Conditions()
                .equal("status", Parameters.oneOf("status", status, FollowUpStatus.all()))
                .where("recordedBy = :%1$s or (claimedBy = :%1$s and awaitsContact = true)", agent)
                .equal("customerId", customerId)
                .equal("complaintId", Parameters.uuid("complaintId", complaintId))
                .equal("chainId", Parameters.uuid("chainId", chainId))
                .equal("assigneeRole", Parameters.oneOf("assigneeRole", assigneeRole, HigherRoleMayTakeOver.RANKS))
                .equal("severity", severity)
                .equal("department", department)
                .equal("dissatisfied", Parameters.flag("dissatisfied", dissatisfied))
                .equal("reviewed", Parameters.flag("reviewed", reviewed))
                .from("dueAt", Parameters.dateOrInstant("dueFrom", dueFrom, zone))
                .before("dueAt", Parameters.dateOrInstant("dueBefore", dueBefore, zone));
        overdue(conditions, Parameters.flag("overdue", overdue), now);
        conditions.after(Page.decode(after, MARK), "dueAt", true, Instant::parse, "id", UUID::fromString);
        return views.atLeast(WorklistProjection.NAME, atLeast)
                .flatMap(ignored -> find(conditions, size + 1))
                .map(rows -> Page.answer(
                        Page.of(rows, size, row -> Item.of(row, now), row -> MARK + row.dueAt + "|" + row.id), uri));
    }

    private static void overdue(Conditions conditions, @Nullable Boolean overdue, Instant now) {
        if (overdue != null) {
            conditions.where(
                    overdue ? "awaitsContact = true and dueAt < :%s" : "awaitsContact = false or dueAt >= :%s", now);
        }
    }

    private static Uni<List<WorklistEntry>> find(Conditions conditions, int size) {
        return Panache.withSession(
                () -> WorklistEntry.<WorklistEntry>find(conditions.where() + " order by dueAt, id", conditions.values())
                        .page(0, size)
                        .list());
    }
}
