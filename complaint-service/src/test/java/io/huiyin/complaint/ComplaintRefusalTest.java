package io.huiyin.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComplaintRefusalTest {

    @Test
    void problemTypesNeverChange() {
        assertEquals(
                List.of(
                        "complaint-not-open",
                        "complaint-not-filed",
                        "complaint-not-registered",
                        "complaint-not-clarifying",
                        "complaint-beyond-clarification",
                        "complaint-not-accepted",
                        "complaint-not-classified",
                        "complaint-not-investigating",
                        "complaint-no-finding",
                        "complaint-liable-department-decides",
                        "complaint-liability-not-determined",
                        "complaint-not-approval-pending",
                        "complaint-below-tier",
                        "complaint-above-limit",
                        "complaint-not-approved",
                        "complaint-already-informed",
                        "complaint-not-communicated",
                        "complaint-not-rejected",
                        "complaint-refiling-is-not-our-way",
                        "complaint-escalating-is-not-our-way",
                        "complaint-not-implementing",
                        "complaint-not-implemented",
                        "complaint-closure-unmet",
                        "complaint-not-closed",
                        "complaint-already-held",
                        "complaint-not-held",
                        "complaint-nobodys-step",
                        "complaint-no-such-step",
                        "complaint-no-open-promise",
                        "complaint-promise-passed",
                        "complaint-held-date",
                        "complaint-visit-pending",
                        "complaint-no-visit",
                        "complaint-only-said"),
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

    /** whoever is refused learns by which rule. */
    @Test
    void eachNamesItsRule() {
        Map<ComplaintRefusal, String> rules = new EnumMap<>(ComplaintRefusal.class);
        for (ComplaintRefusal refusal : ComplaintRefusal.values()) {
            rules.put(refusal, String.valueOf(refusal.rule()));
        }
        assertEquals("X-11", rules.get(ComplaintRefusal.NOT_OPEN));
        assertEquals("CMP-06", rules.get(ComplaintRefusal.NOT_REGISTERED));
        assertEquals("CMP-12", rules.get(ComplaintRefusal.NOT_ACCEPTED));
        assertEquals("CMP-31", rules.get(ComplaintRefusal.NOT_INVESTIGATING));
        assertEquals("CMP-42", rules.get(ComplaintRefusal.NOT_COMMUNICATED));
        assertEquals("CMP-27", rules.get(ComplaintRefusal.NOT_IMPLEMENTED));
        assertEquals("CMP-21", rules.get(ComplaintRefusal.ALREADY_HELD));
        rules.values().forEach(rule -> assertTrue(rule.matches("(CMP|X)-[0-9]{2}"), rule));
    }
}
