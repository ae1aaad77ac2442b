package io.huiyin.kernel.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** Chinese or English, by Accept-Language; English where neither is asked for. */
public final class Languages {

    private Languages() {}

    public static boolean chinese(HttpHeaders headers) {
        List<String> accepted = headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (accepted == null || accepted.isEmpty()) {
            return false;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(String.join(",", accepted))) {
                if (range.getRange().startsWith("zh")) {
                    return true;
                }
                if (range.getRange().startsWith("en")) {
                    return false;
                }
            }
        } catch (IllegalArgumentException e) {
            return false;
        }
        return false;
    }
}
