package io.huiyin.report.page;

import io.huiyin.kernel.rest.Languages;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** In which form a report is answered. Each has an entity tag of its own for the same version. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON, "json"),
    CHINESE_PAGE("text/html;charset=UTF-8", "html-zh"),
    ENGLISH_PAGE("text/html;charset=UTF-8", "html-en");

    private final String type;
    private final String tag;

    Format(String type, String tag) {
        this.type = type;
        this.tag = tag;
    }

    /** What the reader likes best; JSON where he does not say. */
    public static Format asked(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return JSON;
            }
            if (accepted.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return Languages.chinese(headers) ? CHINESE_PAGE : ENGLISH_PAGE;
            }
        }
        return JSON;
    }

    public String type() {
        return type;
    }

    /** Weak: the same version in the same form says the same. */
    public String entityTag(int version) {
        return "W/\"" + version + "-" + tag + "\"";
    }

    /** Whether the reader has this version in this form. */
    public boolean isKnown(int version, HttpHeaders headers) {
        List<String> known = headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && known.stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .map(String::strip)
                        .anyMatch(tagged -> tagged.equals("*") || weak(tagged).equals(entityTag(version)));
    }

    private static String weak(String entityTag) {
        return entityTag.startsWith("W/") ? entityTag : "W/" + entityTag;
    }
}
