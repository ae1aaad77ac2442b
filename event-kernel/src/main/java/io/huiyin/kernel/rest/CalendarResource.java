package io.huiyin.kernel.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.policy.CalendarAnswer;
import io.huiyin.kernel.policy.PolicyAnswer;
import io.huiyin.kernel.policy.PolicyBook;
import io.huiyin.kernel.policy.PolicyCommand.ChangeValue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** When the company works: the policy {@code calendar} as a calendar, with the days that come of it. */
@Path("/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {

    private final PolicyBook policies;
    private final Requests requests;

    CalendarResource(PolicyBook policies, Requests requests) {
        this.policies = policies;
        this.requests = requests;
    }

    /**
     * Another calendar; what is left out it has not.
     *
     * @param zone in which its times are
     * @param holidays country whose holidays are free
     * @param week windows of each weekday
     * @param seasons parts of the year with a week of their own
     * @param days make-up workdays, extra holidays and shutdowns; they go before the country's holidays
     * @param years for which {@code days} has all that the authorities announced
     * @param effectiveFrom not before now; without it at once
     */
    public record Change(
            @NotNull JsonNode zone,
            @Nullable JsonNode holidays,
            @NotNull JsonNode week,
            @Nullable JsonNode seasons,
            @Nullable JsonNode days,
            @Nullable JsonNode years,
            @Nullable OffsetDateTime effectiveFrom,
            @NotBlank @Size(max = 2000) String reason) {

        /** The policy's value. */
        ObjectNode value() {
            ObjectNode value = JsonNodeFactory.instance.objectNode();
            put(value, "zone", zone);
            put(value, "holidays", holidays);
            put(value, "week", week);
            put(value, "seasons", seasons);
            put(value, "days", days);
            put(value, "years", years);
            return value;
        }

        private static void put(ObjectNode value, String field, @Nullable JsonNode given) {
            if (given != null && !given.isNull()) {
                value.set(field, given);
            }
        }
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "calendar",
            summary = "The business calendar in force now or at an instant, with the special days of a year")
    public RestResponse<CalendarAnswer> calendar(@RestQuery @Nullable String asOf, @RestQuery @Nullable String year) {
        Integer asked = Parameters.year("year", year);
        CalendarAnswer calendar = policies.calendar(Parameters.instant("asOf", asOf), asked);
        return RestResponse.ResponseBuilder.ok(calendar)
                .header(HttpHeaders.ETAG, "\"" + calendar.changes().size() + "\"")
                .build();
    }

    @PUT
    @RolesAllowed("admin")
    @Operation(
            operationId = "change-calendar",
            summary = "Gives the company another calendar from now or from later on; what was promised before stays")
    @APIResponse(
            responseCode = "200",
            description = "The policy calendar as it stands now",
            content = @Content(schema = @Schema(implementation = PolicyAnswer.class)))
    public Uni<RestResponse<String>> change(@Valid Change body) {
        OffsetDateTime from = body.effectiveFrom();
        ChangeValue command = new ChangeValue(
                Calendars.KEY,
                policies.declared(Calendars.KEY).read(body.value()),
                from == null ? null : from.toInstant(),
                body.reason());
        return policies.change(command, "", requests.of(body)).map(Responses::of);
    }
}
