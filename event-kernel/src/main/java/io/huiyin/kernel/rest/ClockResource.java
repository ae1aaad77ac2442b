package io.huiyin.kernel.rest;

import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.decide.Refusal;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.time.BusinessClock;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Business time, where it is virtual. On a real clock there is nothing here. */
@Path("/v1/clock")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ClockResource {

    private final BusinessClock clock;

    ClockResource(BusinessClock clock) {
        this.clock = clock;
    }

    /** Where the clock is to stand. */
    public record Setting(@NotNull OffsetDateTime now) {}

    /** Where it stands. */
    public record Standing(Instant now) {}

    private enum ClockRefusal implements Refusal {
        STANDS_LATER;

        @Override
        public String slug() {
            return "clock-stands-later";
        }

        @Override
        public @Nullable String rule() {
            return null;
        }

        @Override
        public String english() {
            return "Time only goes forward.";
        }

        @Override
        public String chinese() {
            return "时间只能向前。";
        }
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    @Operation(operationId = "clock", summary = "Where virtual business time stands")
    public Standing now() {
        requireVirtual();
        return new Standing(clock.instant());
    }

    @POST
    @RolesAllowed("admin")
    @Operation(operationId = "set-clock", summary = "Moves virtual business time forward, for all services at once")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands now",
            content = @Content(schema = @Schema(implementation = Standing.class)))
    @APIResponse(responseCode = "409", ref = "problem-409")
    public Standing set(@Valid Setting setting) {
        requireVirtual();
        if (!clock.advance(setting.now().toInstant())) {
            throw new Refused(ClockRefusal.STANDS_LATER, "it is " + clock.instant());
        }
        return new Standing(clock.instant());
    }

    private void requireVirtual() {
        if (!clock.isVirtual()) {
            throw new NotFound("clock", "virtual");
        }
    }
}
