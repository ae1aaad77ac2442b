package io.huiyin.kernel.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What operations have in common: the headers a command takes and answers with, and the problems. */
final class OpenApiCommon {

    /** For operators: these write no event of a caller, so they know neither key nor version. */
    private static final List<String> OPERATING = List.of("/v1/views", "/v1/clock", "/v1/reactions");

    private static final String KEY = "Idempotency-Key";
    private static final String PROBLEM = "Problem";

    private static final Map<String, String> ANSWERED = Map.of(
            HttpHeaders.ETAG,
            "The new version, for If-Match.",
            "Event-Position",
            "For If-Projection-At-Least: a list that has seen this shows what was written.",
            "Idempotency-Replayed",
            "\"true\" when an earlier request had this effect already.");

    private OpenApiCommon() {}

    static void describe(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        declare(document.getComponents());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void declare(Components components) {
        components.addParameter(
                KEY,
                header(
                        KEY,
                        "1 to 200 printable ASCII characters. A retry under the same key has no second effect and gets "
                                + "the first answer again; another request under it gets 422."));
        components.addParameter(
                HttpHeaders.IF_MATCH,
                header(
                        HttpHeaders.IF_MATCH,
                        "The ETag that was read, such as \"3\". When somebody changed it since: 412. Without it, the "
                                + "command is decided on what is there."));
        components.addSchema(PROBLEM, problem());
        for (int status : List.of(400, 401, 403, 404, 409, 412, 422, 503)) {
            components.addResponse(name(status), response(status));
        }
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(false)
                .description(description)
                .schema(string());
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    /** {@link Problem} as its readers see it. */
    private static Schema problem() {
        Schema fault = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("pointer", string().description("Which field, as a JSON pointer."))
                .addProperty("detail", string());
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("RFC 9457. The title is Chinese or English, by Accept-Language; the type never changes.")
                .addProperty("type", string())
                .addProperty("title", string())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", string())
                .addProperty("instance", string())
                .addProperty("traceId", string())
                .addProperty("rule", string().description("The rule that says no, such as CMP-15."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(fault))
                .required(List.of("type", "title", "status", "instance", "traceId"));
    }

    private static APIResponse response(int status) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(
                        status == 409
                                ? "A rule says no; or the same reference was filed with other content."
                                : ProblemText.of(status).title(false))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
        if (status == 503) {
            response.addHeader(HttpHeaders.RETRY_AFTER, answered("Seconds."));
        }
        return response;
    }

    private static Header answered(String description) {
        return OASFactory.createHeader().description(description).schema(string());
    }

    private static String name(int status) {
        return "problem-" + status;
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        boolean command =
                method != PathItem.HttpMethod.GET && OPERATING.stream().noneMatch(path::startsWith);
        boolean addressed = path.contains("{");
        List<Integer> problems = new ArrayList<>(List.of(400, 401, 403, 503));
        if (addressed) {
            problems.add(404);
        }
        if (command) {
            take(operation, KEY);
            problems.addAll(List.of(409, 422));
            operation.getResponses().getAPIResponses().forEach(OpenApiCommon::answer);
            if (addressed) {
                take(operation, HttpHeaders.IF_MATCH);
                problems.add(412);
            }
        }
        problems.stream().sorted().forEach(status -> mayAnswer(operation.getResponses(), status));
    }

    private static void take(Operation operation, String header) {
        String ref = "#/components/parameters/" + header;
        if (operation.getParameters() == null
                || operation.getParameters().stream()
                        .noneMatch(known -> ref.equals(known.getRef()) || header.equals(known.getName()))) {
            operation.addParameter(OASFactory.createParameter().ref(ref));
        }
    }

    private static void answer(String status, APIResponse response) {
        if (status.startsWith("2")) {
            ANSWERED.forEach((header, meaning) -> response.addHeader(header, answered(meaning)));
            if (!status.equals("200")) {
                response.addHeader(HttpHeaders.LOCATION, answered("Where it is read."));
            }
        }
    }

    private static void mayAnswer(APIResponses responses, int status) {
        APIResponse known = responses.getAPIResponse(Integer.toString(status));
        if (known == null || (known.getContent() == null && known.getRef() == null)) {
            responses.addAPIResponse(
                    Integer.toString(status),
                    OASFactory.createAPIResponse().ref("#/components/responses/" + name(status)));
        }
    }
}
