package io.huiyin.nonconformity.views.list;

import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Conditions;
import io.huiyin.kernel.rest.Page;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.nonconformity.Admission;
import io.huiyin.nonconformity.Nonconformities;
import io.huiyin.nonconformity.NonconformityStatus;
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
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Finding nonconformities. */
@Path(Nonconformities.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class NonconformityListResource {

    private static final String MARK = "nonconformities|";

    private final Views views;
    private final PoliciesInForce policies;
    private final Admission admission;

    NonconformityListResource(Views views, PoliciesInForce policies, Admission admission) {
        this.views = views;
        this.policies = policies;
        this.admission = admission;
    }

    /** One nonconformity in the list. */
    public record Item(
            UUID id,
            String number,
            String status,
            int version,
            @Nullable String severity,
            @Nullable String level,
            String source,
            String category,
            List<UUID> complaintIds,
            @Nullable String supplier,
            @Nullable String lot,
            @Nullable String product,
            @Nullable String model,
            @Nullable Integer quantity,
            @Nullable String location,
            boolean held,
            String summary,
            Instant reportedAt) {

        static Item of(NonconformityListEntry entry) {
            UUID complaintId = entry.complaintId;
            return new Item(
                    entry.id,
                    entry.number,
                    entry.status,
                    entry.version,
                    entry.severity,
                    entry.level,
                    entry.source,
                    entry.category,
                    complaintId == null ? List.of() : List.of(complaintId),
                    entry.supplier,
                    entry.lot,
                    entry.product,
                    entry.model,
                    entry.quantity,
                    entry.location,
                    entry.held,
                    entry.summary,
                    entry.reportedAt);
        }
    }

    @GET
    @Authenticated
    @Operation(operationId = "nonconformities", summary = "Nonconformities by filters and text, newest first")
    public Uni<RestResponse<Page<Item>>> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String severity,
            @RestQuery @Nullable String source,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String complaintId,
            @RestQuery @Nullable String supplier,
            @RestQuery @Nullable String lot,
            @RestQuery @Nullable String product,
            @RestQuery @Nullable String held,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String reportedFrom,
            @RestQuery @Nullable String reportedTo,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast,
            @Context UriInfo uri) {
        admission.ofReaders();
        ZoneId zone = policies.values().zone("business.zone");
        int size = Page.limit(limit);
        Conditions asked = new Conditions()
                .equal("status", Parameters.oneOf("status", status, NonconformityStatus.all()))
                .equal("severity", severity)
                .equal("source", source)
                .equal("category", category)
                .equal("complaintId", Parameters.uuid("complaintId", complaintId))
                .equal("supplier", supplier)
                .equal("lot", lot == null ? null : lot.strip())
                .where("product = :%1$s or model = :%1$s", product)
                .equal("held", Parameters.flag("held", held))
                .text("search", q)
                .from("reportedAt", Parameters.dateOrInstant("reportedFrom", reportedFrom, zone))
                .before("reportedAt", Parameters.dateOrInstant("reportedTo", reportedTo, zone))
                .after(Page.decode(after, MARK), "reportedAt", false, Instant::parse, "id", UUID::fromString);
        return views.atLeast(NonconformityListProjection.NAME, atLeast)
                .flatMap(ignored -> Panache.withSession(() -> NonconformityListEntry.<NonconformityListEntry>find(
                                asked.where() + " order by reportedAt desc, id desc", asked.values())
                        .page(0, size + 1)
                        .list()))
                .map(rows ->
                        Page.answer(Page.of(rows, size, Item::of, row -> MARK + row.reportedAt + "|" + row.id), uri));
    }
}
