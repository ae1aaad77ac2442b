package io.huiyin.nonconformity.lot;

import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Page;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.nonconformity.Admission;
import io.huiyin.nonconformity.lot.rules.LotTraceability;
import io.huiyin.nonconformity.lot.rules.LotTraceability.Kind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Which lots and serial numbers customers complain about: where the quality desk looks first. */
@Path("/v1/lots")
@Authenticated
public class LotsResource {

    private static final int SHOWN = 50;
    private static final List<String> KINDS =
            Stream.of(Kind.values()).map(Kind::wire).toList();

    private final Views views;
    private final Admission admission;

    LotsResource(Views views, Admission admission) {
        this.views = views;
        this.admission = admission;
    }

    /**
     * A lot or serial number in the list.
     *
     * @param complaintCount complaints that stand; declined ones are counted apart
     * @param products what complaints say it is, the most frequent first
     * @param byIssue complaints that stand, by issue, the most frequent first
     */
    public record Item(
            String key,
            String kind,
            String value,
            int complaintCount,
            int openCount,
            int declinedCount,
            List<Product> products,
            List<IssueCount> byIssue,
            Instant firstReportedAt,
            Instant lastReportedAt) {

        static Item of(LotEntry lot) {
            return new Item(
                    lot.lotKey,
                    lot.kind,
                    lot.carried,
                    lot.complaintCount,
                    lot.openCount,
                    lot.declinedCount,
                    Product.of(lot),
                    IssueCount.of(lot),
                    lot.firstReportedAt,
                    lot.lastReportedAt);
        }
    }

    /** What complaints say it is. */
    public record Product(@Nullable String name, @Nullable String model) {

        static List<Product> of(LotEntry lot) {
            return EventJson.read(lot.products, ProductsSeen.class).products().stream()
                    .map(seen -> new Product(seen.name(), seen.model()))
                    .toList();
        }
    }

    /** How many complaints name an issue. */
    public record IssueCount(String issue, int count) {

        static List<IssueCount> of(LotEntry lot) {
            return EventJson.read(lot.byIssue, IssueCounts.class).counts().entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(each -> new IssueCount(each.getKey(), each.getValue()))
                    .toList();
        }
    }

    /** A complaint in a lot's record. */
    public record Complaint(
            UUID complaintId,
            String number,
            Instant receivedAt,
            String status,
            @Nullable String product,
            @Nullable String model,
            @Nullable String issue,
            @Nullable String severity,
            boolean historical) {

        static Complaint of(NamingComplaint complaint) {
            return new Complaint(
                    complaint.complaintId,
                    complaint.number,
                    complaint.receivedAt,
                    complaint.status,
                    complaint.product,
                    complaint.model,
                    complaint.issue,
                    complaint.severity,
                    complaint.historical);
        }
    }

    /**
     * The record of a lot or serial number.
     *
     * @param complaints the newest complaints that name it, declined ones too; the counts take all
     */
    public record Detail(
            String key,
            String kind,
            String value,
            int complaintCount,
            int openCount,
            int declinedCount,
            List<Product> products,
            List<IssueCount> byIssue,
            Instant firstReportedAt,
            Instant lastReportedAt,
            List<Complaint> complaints) {

        static Detail of(LotEntry lot, List<NamingComplaint> complaints) {
            return new Detail(
                    lot.lotKey,
                    lot.kind,
                    lot.carried,
                    lot.complaintCount,
                    lot.openCount,
                    lot.declinedCount,
                    Product.of(lot),
                    IssueCount.of(lot),
                    lot.firstReportedAt,
                    lot.lastReportedAt,
                    complaints.stream().map(Complaint::of).toList());
        }
    }

    @GET
    @Operation(
            operationId = "lots",
            summary = "Lots and serial numbers that complaints name, the most complaints first")
    public Uni<RestResponse<Page<Item>>> list(
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String value,
            @RestQuery @Nullable String product,
            @RestQuery @Nullable String minComplaints,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast,
            @Context UriInfo uri) {
        admission.ofTracers();
        int size = Page.limit(limit);
        LotQuery query = new LotQuery(sort)
                .ofKind(Parameters.oneOf("kind", kind, KINDS))
                .carrying(value)
                .ofProduct(product)
                .withAtLeast(minComplaints)
                .after(after);
        return views.atLeast(LotsProjection.NAME, atLeast)
                .flatMap(ignored -> Panache.withSession(() -> query.list(size + 1)))
                .map(rows -> Page.answer(Page.of(rows, size, Item::of, query::cursor), uri));
    }

    @GET
    @Path("/{key}")
    @Operation(operationId = "lot", summary = "A lot or serial number with the complaints that name it, newest first")
    public Uni<Detail> lot(@RestPath String key, @RestHeader("If-Projection-At-Least") @Nullable String atLeast) {
        admission.ofTracers();
        return views.atLeast(LotsProjection.NAME, atLeast)
                .flatMap(ignored -> Panache.withSession(() -> LotEntry.<LotEntry>findById(key)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new NotFound("lot", key))
                        .flatMap(lot -> complaints(key).map(complaints -> Detail.of(lot, complaints)))));
    }

    private static Uni<List<NamingComplaint>> complaints(String key) {
        String named = switch (LotTraceability.kind(key)) {
            case LOT -> "lotKey";
            case SERIAL_NUMBER -> "serialKey";
        };
        return NamingComplaint.<NamingComplaint>find(named + " = ?1 order by receivedAt desc, complaintId desc", key)
                .page(0, SHOWN)
                .list();
    }
}
