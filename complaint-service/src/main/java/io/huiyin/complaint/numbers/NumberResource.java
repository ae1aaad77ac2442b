package io.huiyin.complaint.numbers;

import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.rest.Responses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** The register of number gaps. */
@Path(NumberGaps.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class NumberResource {

    private final NumberGaps gaps;
    private final Requests requests;

    NumberResource(NumberGaps gaps, Requests requests) {
        this.gaps = gaps;
        this.requests = requests;
    }

    /**
     * Which numbers are left out.
     *
     * @param series such as {@code complaint:2611}
     * @param upTo the last serial that is left out
     */
    public record Skip(
            @NotBlank @Pattern(regexp = "complaint(-import)?:[A-Za-z0-9-]{1,20}")
            String series,

            @Positive long upTo,
            @NotBlank @Size(max = 2000) String reason) {}

    /** All gaps. */
    public record GapList(List<NumberGaps.Gap> items) {}

    @GET
    @RolesAllowed({"complaint-owner", "quality", "auditor", "admin"})
    @Operation(operationId = "number-gaps", summary = "Serial numbers that were left out, and why")
    public Uni<GapList> list() {
        return gaps.all().map(GapList::new);
    }

    @POST
    @RolesAllowed("admin")
    @Operation(operationId = "skip-numbers", summary = "Leave serial numbers out, with the reason")
    @APIResponseSchema(value = NumberGaps.Gap.class, responseCode = "201", responseDescription = "They are left out")
    public Uni<RestResponse<String>> skip(@Valid Skip body) {
        return gaps.skip(body.series(), body.upTo(), body.reason(), requests.of(body))
                .map(Responses::of);
    }
}
