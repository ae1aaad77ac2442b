package io.huiyin.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huiyin.embedded.Access;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

/** Single requests, for what is done once and not measured by how often it can be. */
final class Api {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * What was answered.
     *
     * @param location where it leads; empty where it leads nowhere
     */
    record Reply(JsonNode body, String location) {}

    private final Access access;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Api(Access access) {
        this.access = access;
    }

    /** A header line with a token of this role, for requests that are made by hand. */
    static String authorization(Access access, String role) {
        return "Authorization: " + bearer(access, role) + "\r\n";
    }

    private static String bearer(Access access, String role) {
        return "Bearer " + access.token(List.of(role, "--name", "bench-" + role));
    }

    Reply get(String role, String service, String path) throws IOException, InterruptedException {
        return send(role, service, path, HttpRequest.newBuilder().GET());
    }

    Reply post(String role, String service, String path, String json) throws IOException, InterruptedException {
        return send(
                role,
                service,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a request that is complete but for its address and token; any error ends the run. */
    Reply send(String role, String service, String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.uri(URI.create(access.url(service) + path))
                        .header("Authorization", bearer(access, role))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.request() + " is answered " + answer.statusCode() + " " + answer.body());
        }
        return new Reply(
                MAPPER.readTree(answer.body()),
                answer.headers().firstValue("Location").orElse(""));
    }
}
