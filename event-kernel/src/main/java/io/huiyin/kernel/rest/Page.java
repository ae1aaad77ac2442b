package io.huiyin.kernel.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huiyin.kernel.decide.InvalidInput;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list; the cursor of the next is opaque and bound to the list's sort.
 *
 * @param items the items
 * @param next the cursor, or null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String next) {

    /** The most items a page may have. */
    public static final int MAX = 200;

    private static final int DEFAULT = 50;

    /** Cuts the page out of one item more than was asked for. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(item).toList(), more ? encode(cursor.apply(shown.getLast())) : null);
    }

    /** The page as an answer with its {@code Link: rel="next"}. */
    public static <T> RestResponse<Page<T>> answer(Page<T> page, UriInfo uri) {
        RestResponse.ResponseBuilder<Page<T>> response =
                RestResponse.ResponseBuilder.ok(page, MediaType.APPLICATION_JSON_TYPE);
        if (page.next() != null) {
            String next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", page.next())
                    .build()
                    .toString();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.build();
    }

    /**
     * The asked page size.
     *
     * @throws InvalidInput outside 1 to 200
     */
    public static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        try {
            int asked = Integer.parseInt(limit);
            if (asked >= 1 && asked <= MAX) {
                return asked;
            }
        } catch (NumberFormatException e) {
            // falls through
        }
        throw new InvalidInput("/limit", "must be a number from 1 to " + MAX);
    }

    private static String encode(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The text of a cursor, which must begin with the list's own mark.
     *
     * @throws InvalidInput when it is none of this list's
     */
    public static @Nullable String decode(@Nullable String after, String mark) {
        if (after == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            if (text.startsWith(mark)) {
                return text.substring(mark.length());
            }
        } catch (IllegalArgumentException e) {
            // falls through
        }
        throw badCursor();
    }

    public static InvalidInput badCursor() {
        return new InvalidInput("/after", "is not a cursor that this list answered");
    }
}
