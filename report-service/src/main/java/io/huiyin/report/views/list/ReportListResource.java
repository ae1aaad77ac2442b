package io.huiyin.report.views.list;

import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Page;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.report.Report;
import io.huiyin.report.ReportPeriod;
import io.huiyin.report.Reports;
import io.huiyin.report.rules.ReportKinds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Finding reports. */
@Path(Reports.PATH)
public class ReportListResource {

    private static final String MARK = "reports|";
    private static final Sort NEWEST_FIRST = Sort.descending("compiledAt", "id");

    private final Views views;

    ReportListResource(Views views) {
        this.views = views;
    }

    /** A report in the list. */
    public record Item(
            UUID id,
            String kind,
            String period,
            String zone,
            long edition,
            String status,
            int version,
            Instant compiledAt,
            String compiledBy,
            @Nullable Instant issuedAt,
            @Nullable UUID supersededBy,
            String contentHash,
            @Nullable LocalDate dueOn) {

        static Item of(ReportListEntry entry) {
            return new Item(
                    entry.id,
                    entry.kind,
                    entry.period,
                    entry.zone,
                    entry.edition,
                    entry.status,
                    entry.version,
                    entry.compiledAt,
                    entry.compiledBy,
                    entry.issuedAt,
                    entry.supersededBy,
                    entry.contentHash,
                    entry.dueOn);
        }
    }

    @GET
    @RolesAllowed({
        "bi",
        "quality",
        "auditor",
        "admin",
        "management-rep",
        "leader",
        "factory-director",
        "general-manager",
        "complaint-owner",
        "department-head",
        "gm-office",
        "production"
    })
    @Operation(operationId = "reports", summary = "Reports by kind, period and status, the latest compiled first")
    public Uni<RestResponse<Page<Item>>> list(
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String period,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        Query query = new Query();
        query.equal("kind", Parameters.oneOf("kind", kind, ReportKinds.ALL));
        query.equal("period", period == null ? null : ReportPeriod.of(period).toString());
        query.equal("status", Parameters.oneOf("status", status, Report.STATUSES));
        query.after(Page.decode(after, MARK));
        return views.atLeast(ReportListProjection.NAME, atLeast)
                .flatMap(reached -> query.list(size + 1))
                .map(entries -> Page.answer(
                        Page.of(entries, size, Item::of, entry -> MARK + entry.compiledAt + "|" + entry.id), uri));
    }

    /** Conditions as they are asked for. */
    private static final class Query {
        private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        private final Map<String, Object> values = new HashMap<>();

        void equal(String field, @Nullable String value) {
            if (value != null) {
                conditions.add(field + " = :" + field);
                values.put(field, value);
            }
        }

        void after(@Nullable String cursor) {
            if (cursor == null) {
                return;
            }
            try {
                int bar = cursor.indexOf('|');
                values.put("at", Instant.parse(cursor.substring(0, Math.max(0, bar))));
                values.put("id", UUID.fromString(cursor.substring(bar + 1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Page.badCursor();
            }
            conditions.add("compiledAt <= :at and (compiledAt < :at or id < :id)");
        }

        Uni<List<ReportListEntry>> list(int size) {
            return Panache.withSession(
                    () -> ReportListEntry.<ReportListEntry>find(String.join(" and ", conditions), NEWEST_FIRST, values)
                            .page(0, size)
                            .list());
        }
    }
}
