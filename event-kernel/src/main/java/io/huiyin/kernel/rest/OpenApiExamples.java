package io.huiyin.kernel.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.huiyin.kernel.event.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Puts an example beside each operation of the API document: {@code openapi/<operationId>.request.json} and
 * {@code openapi/<operationId>.json} (the answer) of the service or the kernel; and says what they have in common.
 */
public class OpenApiExamples implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        for (PathItem path : document.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(OpenApiExamples::illustrate);
        }
        OpenApiCommon.describe(document);
    }

    private static void illustrate(Operation operation) {
        Object request = example(operation.getOperationId() + ".request.json");
        if (request != null && operation.getRequestBody() != null) {
            put(operation.getRequestBody().getContent(), request);
        }
        Object answer = example(operation.getOperationId() + ".json");
        if (answer != null && operation.getResponses() != null) {
            for (Map.Entry<String, APIResponse> response :
                    operation.getResponses().getAPIResponses().entrySet()) {
                if (response.getKey().startsWith("2") && !response.getKey().equals("204")) {
                    Content content = response.getValue().getContent();
                    if (content == null
                            || content.getMediaTypes() == null
                            || content.getMediaTypes().isEmpty()) {
                        content = OASFactory.createContent()
                                .addMediaType("application/json", OASFactory.createMediaType());
                        response.getValue().setContent(content);
                    }
                    put(content, answer);
                }
            }
        }
    }

    private static void put(@Nullable Content content, Object example) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(type -> type.setExample(example));
        }
    }

    private static @Nullable Object example(String file) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi/" + file)) {
            return in == null
                    ? null
                    : EventJson.tolerant()
                            .readValue(new String(in.readAllBytes(), StandardCharsets.UTF_8), Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openapi/" + file + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("openapi/" + file, e);
        }
    }
}
