package io.huiyin.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintRefusalTest {

    @Test
    void problemTypesNeverChange() {
        assertEquals(
                List.of(
                        "complaint-not-open",
                        "complaint-not-registered",
                        "complaint-not-clarifying",
                        "complaint-beyond-clarification"),
                Arrays.stream(ComplaintRefusal.values())
                        .map(ComplaintRefusal::slug)
                        .toList());
    }

    @Test
    void eachIsSaidInBothLanguages() {
        for (ComplaintRefusal refusal : ComplaintRefusal.values()) {
            assertTrue(refusal.english().endsWith("."), refusal.slug());
            assertTrue(refusal.chinese().endsWith("。"), refusal.slug());
            assertFalse(refusal.english().contains("。"), refusal.slug());
        }
    }
}
