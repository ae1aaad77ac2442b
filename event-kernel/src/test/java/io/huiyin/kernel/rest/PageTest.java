package io.huiyin.kernel.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.decide.InvalidInput;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static Page<String> page(List<String> rows, int limit) {
        return Page.of(rows, limit, Function.identity(), row -> "names|" + row);
    }

    @Test
    void oneRowMoreThanAskedForMakesACursorThatReadsBack() {
        Page<String> first = page(List.of("a", "件", "c"), 2);
        assertEquals(List.of("a", "件"), first.items());
        assertEquals("件", Page.decode(first.next(), "names|"));
    }

    @Test
    void theLastPageHasNone() {
        assertNull(page(List.of("a", "b"), 2).next());
        assertNull(page(List.of(), 2).next());
        assertNull(Page.decode(null, "names|"));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = page(List.of("a", "b"), 1).next();
        assertThrows(InvalidInput.class, () -> Page.decode(cursor, "dates|"));
        assertThrows(InvalidInput.class, () -> Page.decode("***", "names|"));
        assertThrows(InvalidInput.class, () -> Page.decode("", "names|"));
    }

    @Test
    void aPageHasFiftyItemsUnlessAskedOtherwise() {
        assertEquals(50, Page.limit(null));
        assertEquals(1, Page.limit("1"));
        assertEquals(200, Page.limit("200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "", "ten", "1.0", "99999999999"})
    void anotherSizeIsRefused(String limit) {
        assertThrows(InvalidInput.class, () -> Page.limit(limit));
    }
}
