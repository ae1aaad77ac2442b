package io.huiyin.kernel.rest;

import io.huiyin.kernel.command.Answer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers of commands: body, Location, ETag, Event-Position, Idempotency-Replayed. */
public final class Responses {

    private Responses() {}

    public static RestResponse<String> of(Answer answer) {
        RestResponse.ResponseBuilder<String> response = RestResponse.ResponseBuilder.<String>create(answer.status())
                .entity(answer.body())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ETAG, "\"" + answer.version() + "\"");
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.position() != null) {
            response.header("Event-Position", answer.position());
        }
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
