package io.huiyin.followup.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huiyin.followup.customer.rules.CustomerRecognition;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Finding a customer, and what he has complained of before. */
@Path("/v1/customers")
@RolesAllowed({
    "followup-agent",
    "followup-supervisor",
    "leader",
    "agent",
    "complaint-owner",
    "quality",
    "auditor",
    "admin"
})
public class CustomersResource {

    private static final int SHOWN = 50;

    private final Views views;

    CustomersResource(Views views) {
        this.views = views;
    }

    /**
     * A customer in the list.
     *
     * @param key what he is recognised by; the address of his record
     * @param customerId the id his last complaint carries
     */
    public record Item(
            String key,
            @Nullable String customerId,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @JsonProperty("class") @Nullable String customerClass,
            int complaintCount,
            int openCount,
            Instant firstComplaintAt,
            Instant lastComplaintAt,
            Complaint lastComplaint) {

        static Item of(CustomerEntry customer) {
            return new Item(
                    customer.customerKey,
                    customer.customerId,
                    customer.name,
                    customer.phone,
                    customer.email,
                    customer.address,
                    customer.customerClass,
                    customer.complaintCount,
                    customer.openCount,
                    customer.firstComplaintAt,
                    customer.lastComplaintAt,
                    Complaint.of(customer.lastComplaint));
        }
    }

    /** A complaint in a customer's record. */
    public record Complaint(
            UUID complaintId,
            String number,
            Instant receivedAt,
            String status,
            @Nullable String product,
            @Nullable String model,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            boolean historical) {

        static Complaint of(PastComplaint complaint) {
            return new Complaint(
                    complaint.complaintId,
                    complaint.number,
                    complaint.receivedAt,
                    complaint.status,
                    complaint.product,
                    complaint.model,
                    complaint.category,
                    complaint.issue,
                    complaint.severity,
                    complaint.historical);
        }
    }

    /**
     * A customer's record.
     *
     * @param customerIds the ids his newest complaints carry
     * @param complaints his newest complaints; the counts take all
     */
    public record Detail(
            String key,
            List<String> customerIds,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @JsonProperty("class") @Nullable String customerClass,
            int complaintCount,
            int openCount,
            Instant firstComplaintAt,
            Instant lastComplaintAt,
            List<Complaint> complaints) {

        static Detail of(CustomerEntry customer, List<PastComplaint> complaints) {
            return new Detail(
                    customer.customerKey,
                    complaints.stream()
                            .map(complaint -> complaint.customerId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList(),
                    customer.name,
                    customer.phone,
                    customer.email,
                    customer.address,
                    customer.customerClass,
                    customer.complaintCount,
                    customer.openCount,
                    customer.firstComplaintAt,
                    customer.lastComplaintAt,
                    complaints.stream().map(Complaint::of).toList());
        }
    }

    @GET
    @Operation(
            operationId = "customers",
            summary = "Customers by text, contact, id or class; the newest last complaint first")
    public Uni<RestResponse<Page<Item>>> list(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String phone,
            @RestQuery @Nullable String email,
            @RestQuery @Nullable String customerId,
            @RestQuery("class") @Nullable String customerClass,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        CustomerQuery query = new CustomerQuery()
                .text(q)
                .everGave("phone", recognised("phone", phone, CustomerRecognition.phone(phone)))
                .everGave("email", recognised("email", email, CustomerRecognition.email(email)))
                .everGave("customerId", customerId)
                .ofClass(customerClass)
                .after(after);
        return views.atLeast(CustomersProjection.NAME, atLeast)
                .flatMap(ignored -> Panache.withSession(() -> query.list(size + 1)))
                .map(rows -> Page.answer(Page.of(rows, size, Item::of, CustomerQuery::cursor), uri));
    }

    private static @Nullable String recognised(String parameter, @Nullable String given, @Nullable String normal) {
        if (given != null && normal == null) {
            throw new InvalidInput("/" + parameter, "is nothing a customer could be recognised by");
        }
        return normal;
    }

    @GET
    @Path("/{key}")
    @Operation(operationId = "customer", summary = "A customer with his past complaints, newest first")
    public Uni<Detail> customer(@RestPath String key, @RestHeader("If-Projection-At-Least") @Nullable String atLeast) {
        return views.atLeast(CustomersProjection.NAME, atLeast)
                .flatMap(ignored -> Panache.withSession(() -> CustomerEntry.<CustomerEntry>findById(key)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new NotFound("customer", key))
                        .flatMap(customer -> PastComplaint.<PastComplaint>find(
                                        "customerKey = ?1 order by receivedAt desc, complaintId desc", key)
                                .page(0, SHOWN)
                                .list()
                                .map(complaints -> Detail.of(customer, complaints)))));
    }
}
