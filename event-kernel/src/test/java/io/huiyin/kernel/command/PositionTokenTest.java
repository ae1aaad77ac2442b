package io.huiyin.kernel.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.Position;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G7: what a command answers, a list accepts. */
class PositionTokenTest {

    @Test
    void aTokenReadsBackAndFitsAHeader() {
        PositionToken token = new PositionToken("note-events", 5, new Position(1, 731, 42));
        assertEquals(token, PositionToken.decode(token.encode()));
        assertTrue(token.encode().matches("[A-Za-z0-9_-]+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a|1",
                "a|1|1.1.1|b",
                "a|x|1.1.1",
                "a|1|1.1",
                "a|1|one",
                "a|-1|1.1.1",
                "a|6|1.1.1",
                "a|99999999999|1.1.1"
            })
    void anotherTextIsNone(String text) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        InvalidInput invalid = assertThrows(InvalidInput.class, () -> PositionToken.decode(token));
        assertEquals("/If-Projection-At-Least", invalid.faults().getFirst().pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "a b", "ä"})
    void whatIsNotEvenEncodedIsNone(String token) {
        assertThrows(InvalidInput.class, () -> PositionToken.decode(token));
    }
}
