package io.huiyin.embedded;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the few kinds of JSON that a token consists of. */
final class Json {

    private Json() {}

    static String object(Map<String, ?> members) {
        return members.entrySet().stream()
                .map(member -> text(member.getKey()) + ":" + value(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case List<?> list -> list.stream().map(Json::value).collect(Collectors.joining(",", "[", "]"));
            default -> text(value.toString());
        };
    }

    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
