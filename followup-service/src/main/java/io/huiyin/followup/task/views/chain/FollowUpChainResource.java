package io.huiyin.followup.task.views.chain;

import io.huiyin.followup.task.views.chain.FollowUpChainRow.Opinion;
import io.huiyin.followup.task.views.chain.FollowUpChainRow.Origin;
import io.huiyin.followup.task.views.chain.FollowUpChainRow.Said;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Conditions;
import io.huiyin.kernel.rest.Page;
import io.huiyin.kernel.rest.Parameters;
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
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How often a customer was asked, and whether he confirmed. */
@Path("/v1/follow-up-chains")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"followup-agent", "followup-supervisor", "leader", "complaint-owner", "quality", "auditor", "admin"})
public class FollowUpChainResource {

    private static final String MARK = "follow-up-chains|";

    /** What becomes of a chain, by where its last contact stands. */
    private static final Map<String, List<String>> STATUSES = Map.of(
            "confirmed", List.of("closed"),
            "unconfirmed", List.of("unconfirmed"),
            "waived", List.of("waived"),
            "open", List.of("scheduled", "rescheduled", "contacted", "recorded", "issue-open", "recontact-scheduled"));

    private final Views views;

    FollowUpChainResource(Views views) {
        this.views = views;
    }

    /** One contact of a chain. */
    public record Contact(
            UUID id,
            int contact,
            String status,
            UUID complaintId,
            @Nullable String complaintNumber,
            int closing,
            String reason,
            @Nullable UUID previousFollowUpId,
            Instant plannedAt,
            Instant dueAt,
            int attempts,
            @Nullable String because,
            @Nullable Said record,
            @Nullable Opinion review) {

        static Contact of(ChainContactEntry entry) {
            Origin origin = entry.origin();
            return new Contact(
                    entry.id,
                    entry.contact,
                    entry.status,
                    entry.complaintId,
                    origin.complaintNumber(),
                    origin.closing(),
                    origin.reason(),
                    origin.previousFollowUpId(),
                    entry.plannedAt,
                    origin.dueAt(),
                    entry.attempts,
                    entry.because,
                    entry.said(),
                    entry.review());
        }
    }

    /**
     * A chain of contacts about one matter.
     *
     * @param status open until its last contact confirms; unconfirmed when that one refused or could not be reached
     */
    public record Chain(
            UUID chainId, String status, @Nullable String customerId, List<Contact> contacts) {

        static Chain of(List<ChainContactEntry> contacts) {
            ChainContactEntry head = contacts.stream()
                    .filter(contact -> contact.head)
                    .findFirst()
                    .orElse(contacts.getLast());
            return new Chain(
                    head.chainId,
                    head.chainStatus,
                    head.customerId,
                    contacts.stream().map(Contact::of).toList());
        }
    }

    @GET
    @Path("/{chainId}")
    @Operation(operationId = "follow-up-chain", summary = "Every contact of a chain, in order, with what was said")
    public Uni<Chain> chain(UUID chainId, @RestHeader("If-Projection-At-Least") @Nullable String atLeast) {
        return views.atLeast(FollowUpChainProjection.NAME, atLeast)
                .flatMap(ignored -> Panache.withSession(() -> contacts(List.of(chainId))))
                .map(contacts -> {
                    if (contacts.isEmpty()) {
                        throw new NotFound("follow-up-chain", chainId);
                    }
                    return Chain.of(contacts);
                });
    }

    @GET
    @Operation(
            operationId = "follow-up-chains",
            summary = "Chains by status, complaint or customer; those whose last contact was planned latest first")
    public Uni<RestResponse<Page<Chain>>> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String complaintId,
            @RestQuery @Nullable String customerId,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        Conditions conditions = new Conditions()
                .where("head = true")
                .in("status", standing(status))
                .where(
                        "chainId in (select c.chainId from ChainContactEntry c where c.complaintId = :%s)",
                        Parameters.uuid("complaintId", complaintId))
                .equal("customerId", customerId)
                .after(Page.decode(after, MARK), "plannedAt", false, Instant::parse, "id", UUID::fromString);
        return views.atLeast(FollowUpChainProjection.NAME, atLeast)
                .flatMap(ignored -> Panache.withSession(() -> heads(conditions, size + 1)
                        .flatMap(heads -> contacts(
                                        heads.stream().map(head -> head.chainId).toList())
                                .map(contacts -> page(heads, contacts, size)))))
                .map(page -> Page.answer(page, uri));
    }

    private static @Nullable List<String> standing(@Nullable String status) {
        return status == null
                ? null
                : STATUSES.get(Parameters.oneOf("status", status, new TreeSet<>(STATUSES.keySet())));
    }

    private static Uni<List<ChainContactEntry>> heads(Conditions conditions, int size) {
        return ChainContactEntry.<ChainContactEntry>find(
                        conditions.where() + " order by plannedAt desc, id desc", conditions.values())
                .page(0, size)
                .list();
    }

    private static Uni<List<ChainContactEntry>> contacts(List<UUID> chains) {
        return chains.isEmpty()
                ? Uni.createFrom().item(List.of())
                : ChainContactEntry.list("chainId in ?1 order by chainId, contact, plannedAt, id", chains);
    }

    private static Page<Chain> page(List<ChainContactEntry> heads, List<ChainContactEntry> contacts, int size) {
        Map<UUID, List<ChainContactEntry>> chains =
                contacts.stream().collect(Collectors.groupingBy(contact -> contact.chainId));
        return Page.of(
                heads,
                size,
                head -> Chain.of(chains.getOrDefault(head.chainId, List.of(head))),
                head -> MARK + head.plannedAt + "|" + head.id);
    }
}
