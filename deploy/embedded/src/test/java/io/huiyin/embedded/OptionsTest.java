package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void theOrderOfOptionsIsFree() {
        for (List<String> words : List.of(
                List.of("agent", "--name", "Li", "--fresh"),
                List.of("--fresh", "--name", "Li", "agent"),
                List.of("--name=Li", "agent", "--fresh"))) {
            Options options = parse(words, true);
            assertEquals(Optional.of("agent"), options.argument());
            assertEquals(Optional.of("Li"), options.value("--name"));
            assertTrue(options.has("--fresh"));
        }
    }

    @Test
    void whatIsNotGivenIsAbsent() {
        Options options = parse(List.of(), true);
        assertFalse(options.has("--fresh"));
        assertEquals(Optional.empty(), options.value("--name"));
        assertEquals(Optional.empty(), options.argument());
    }

    @Test
    void anUnknownOptionIsRefusedByName() {
        UsageError refused = assertThrows(UsageError.class, () -> parse(List.of("--frehs"), false));
        assertEquals("unknown option --frehs", refused.getMessage());
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        UsageError refused = assertThrows(UsageError.class, () -> parse(List.of("--name"), false));
        assertEquals("--name needs a value", refused.getMessage());
    }

    @Test
    void aSecondArgumentIsRefused() {
        UsageError refused = assertThrows(UsageError.class, () -> parse(List.of("agent", "quality"), true));
        assertEquals("unexpected argument quality", refused.getMessage());
    }

    @Test
    void namesAreKnownOrAreRefused() {
        List<String> known = List.of("filing", "lag");
        assertEquals(
                List.of("lag", "filing"),
                parse(List.of("--name", "lag,filing"), false).names("--name", known));
        assertEquals(known, parse(List.of(), false).names("--name", known));
        Options options = parse(List.of("--name", "lag,speed"), false);
        UsageError refused = assertThrows(UsageError.class, () -> options.names("--name", known));
        assertEquals("--name speed is unknown, there are: filing, lag", refused.getMessage());
    }

    @Test
    void aNumberIsOneOrIsRefused() {
        assertEquals(12, parse(List.of("--name", "12"), false).number("--name", 7));
        assertEquals(7, parse(List.of(), false).number("--name", 7));
        Options options = parse(List.of("--name", "dozen"), false);
        UsageError refused = assertThrows(UsageError.class, () -> options.number("--name", 7));
        assertEquals("--name dozen is no number", refused.getMessage());
    }

    private static Options parse(List<String> words, boolean takesArgument) {
        return Options.parse(words, Set.of("--fresh"), Set.of("--name"), takesArgument);
    }
}
