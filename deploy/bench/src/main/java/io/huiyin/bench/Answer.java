package io.huiyin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a service answered.
 *
 * @param question the request, as one would type it
 */
public record Answer(String question, int status, Map<String, List<String>> headers, String text, JsonNode body) {

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** This answer, if it is no error. */
    public Answer ok() {
        return expect(isOk(), "no error");
    }

    /** This answer, if it has that status. */
    public Answer is(int wanted) {
        return expect(status == wanted, Integer.toString(wanted));
    }

    /** This answer, if it refuses and names that rule. */
    Answer refusedBy(String rule) {
        return expect(status == 409 && string("/rule").equals(rule), "409 by " + rule);
    }

    /** This answer, if it refuses and says why. */
    Answer refused() {
        return expect(status == 409 && string("/type").startsWith("/problems/"), "409 with its problem");
    }

    /** This answer, if the case stands so now. */
    public Answer now(String wanted) {
        return ok().expect(string("/status").equals(wanted), "status " + wanted);
    }

    public Answer expect(boolean met, String wanted) {
        if (!met) {
            throw new Unexpected(question + "\n  answers " + status + " " + text + "\n  instead of " + wanted);
        }
        return this;
    }

    /** The text at a JSON pointer; empty where there is nothing. */
    public String string(String pointer) {
        JsonNode node = body.at(pointer);
        return node.isValueNode() && !node.isNull() ? node.asText() : "";
    }

    /** The number at a JSON pointer; the answer is wrong without it. */
    public long number(String pointer) {
        expect(body.at(pointer).canConvertToLong(), "a number at " + pointer);
        return body.at(pointer).longValue();
    }

    public List<String> strings(String pointer) {
        return StreamSupport.stream(body.at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    public List<JsonNode> nodes(String pointer) {
        return StreamSupport.stream(body.at(pointer).spliterator(), false).toList();
    }

    public String id() {
        expect(!string("/id").isEmpty(), "an id");
        return string("/id");
    }

    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }
}
