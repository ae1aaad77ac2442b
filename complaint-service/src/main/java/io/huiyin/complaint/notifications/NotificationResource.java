package io.huiyin.complaint.notifications;

import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.rest.Responses;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Confirming notifications. */
@Path(Notifications.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class NotificationResource {

    private final Notifications notifications;
    private final Requests requests;

    NotificationResource(Notifications notifications, Requests requests) {
        this.notifications = notifications;
        this.requests = requests;
    }

    @POST
    @Path("/{id}/read")
    @Authenticated
    @Operation(operationId = "read-notification", summary = "Confirm that one has read what one was told")
    @APIResponse(
            responseCode = "200",
            description = "It is confirmed, now or before",
            content = @Content(schema = @Schema(implementation = Notification.class)))
    public Uni<RestResponse<String>> read(String id) {
        return notifications.read(id, requests.withFingerprint("")).map(Responses::of);
    }
}
