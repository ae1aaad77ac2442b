package io.huiyin.kernel.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.huiyin.kernel.decide.FieldFault;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A YAML file that knows on which line each of its parts stands.
 *
 * @param lines by JSON pointer
 */
record YamlText(String file, JsonNode root, Map<String, Integer> lines) {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static YamlText parse(String file, String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(text)) {
            JsonNode root = parser.nextToken() == null ? JSON.missingNode() : node(parser, "", lines);
            return new YamlText(file, root, lines);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    file + ":" + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode node(JsonParser parser, String pointer, Map<String, Integer> lines) throws IOException {
        lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer, lines);
            case START_ARRAY -> array(parser, pointer, lines);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> JSON.booleanNode(true);
            case VALUE_FALSE -> JSON.booleanNode(false);
            case VALUE_NULL -> JSON.nullNode();
            default -> JSON.textNode(parser.getText());
        };
    }

    private static ObjectNode object(JsonParser parser, String pointer, Map<String, Integer> lines) throws IOException {
        ObjectNode object = JSON.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            String below = pointer + "/" + field.replace("~", "~0").replace("/", "~1");
            if (lines.put(below, parser.currentTokenLocation().getLineNr()) != null) {
                throw new JsonParseException(parser, field + " stands twice", parser.currentTokenLocation());
            }
            parser.nextToken();
            object.set(field, node(parser, below, lines));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, String pointer, Map<String, Integer> lines) throws IOException {
        ArrayNode array = JSON.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(parser, pointer + "/" + array.size(), lines));
        }
        return array;
    }

    private static JsonNode number(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.INT
                ? JSON.numberNode(parser.getIntValue())
                : JSON.numberNode(parser.getDecimalValue());
    }

    /** What stands in the way of a start: a line for each fault, with the place where it is to be mended. */
    IllegalStateException broken(List<FieldFault> faults) {
        return new IllegalStateException(
                faults.stream().map(this::line).collect(Collectors.joining(System.lineSeparator())));
    }

    /** The line of a part, else of the part it would belong to. */
    private String line(FieldFault fault) {
        String part = fault.pointer();
        while (!lines.containsKey(part) && !part.isEmpty()) {
            part = part.substring(0, part.lastIndexOf('/'));
        }
        String path = fault.pointer().replaceFirst("^/(values/)?", "").replace('/', ' ');
        return file + ":" + lines.getOrDefault(part, 1) + ": " + (path.isEmpty() ? "it" : path) + " " + fault.detail();
    }
}
