package io.huiyin.nonconformity.views.holds;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.projection.Views;
import io.huiyin.nonconformity.Admission;
import io.huiyin.nonconformity.lot.rules.LotTraceability.Kind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Asked before anything is issued, used, shipped or processed further. */
@Path("/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
public class HoldsResource {

    private final Views views;
    private final Admission admission;

    HoldsResource(Views views, Admission admission) {
        this.views = views;
        this.admission = admission;
    }

    /**
     * Whether it is held.
     *
     * @param nonconformityIds by which nonconformities
     */
    public record Hold(boolean held, List<UUID> nonconformityIds) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "holds",
            summary = "Whether a lot or a serial number is held, and by which nonconformities")
    public Uni<Hold> holds(
            @RestQuery @Nullable String lot,
            @RestQuery @Nullable String serialNumber,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast) {
        admission.ofHandlers();
        List<String> keys = keys(lot, serialNumber);
        return views.atLeast(HoldsProjection.NAME, atLeast)
                .flatMap(ignored -> Panache.withSession(
                        () -> HoldEntry.<HoldEntry>find("heldKey in ?1", keys).list()))
                .map(rows -> rows.stream()
                        .map(row -> row.nonconformityId)
                        .distinct()
                        .sorted()
                        .toList())
                .map(ids -> new Hold(!ids.isEmpty(), ids));
    }

    private static List<String> keys(@Nullable String lot, @Nullable String serialNumber) {
        if (lot == null && serialNumber == null) {
            throw new InvalidInput("/lot", "lot or serialNumber must be given");
        }
        List<String> keys = new ArrayList<>();
        addKey(keys, "/lot", Kind.LOT, lot);
        addKey(keys, "/serialNumber", Kind.SERIAL_NUMBER, serialNumber);
        return keys;
    }

    private static void addKey(List<String> keys, String pointer, Kind kind, @Nullable String named) {
        if (named != null) {
            String key = kind.key(named);
            if (key == null) {
                throw new InvalidInput(pointer, "must not be blank");
            }
            keys.add(key);
        }
    }
}
