package io.huiyin.kernel.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chinese or English, by Accept-Language; English where neither is asked for. */
public final class Languages {

    private Languages() {}

    public static boolean chinese(HttpHeaders headers) {
        return chinese(headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static boolean chinese(@Nullable List<String> accepted) {
        if (accepted == null || accepted.isEmpty()) {
            return false;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(String.join(",", accepted))) {
                if (is(range, "zh")) {
                    return true;
                }
                if (is(range, "en")) {
                    return false;
                }
            }
        } catch (IllegalArgumentException e) {
            return false;
        }
        return false;
    }

    private static boolean is(Locale.LanguageRange range, String language) {
        return range.getRange().equals(language) || range.getRange().startsWith(language + "-");
    }
}
