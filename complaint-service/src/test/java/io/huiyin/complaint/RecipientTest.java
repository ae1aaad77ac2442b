package io.huiyin.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.decide.Actor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X-08")
class RecipientTest {

    private static final Actor CHEN = new Actor("chen", "陈强", Set.of("quality", "admin"), "质量部", null, null);
    private static final Actor NOBODY = new Actor("nobody", "nobody", Set.of(), null, null, null);

    @Test
    @DisplayName(
            "X-08: what is told to a role, a department or a person reaches those it belongs to, and not an admin for that")
    void reachesWhomItBelongsTo() {
        for (Recipient his :
                List.of(Recipient.ofRole("quality"), Recipient.ofDepartment("质量部"), Recipient.ofPerson("chen"))) {
            assertTrue(his.reaches(CHEN), his.word());
            assertFalse(his.reaches(NOBODY), his.word());
        }
        for (Recipient others :
                List.of(Recipient.ofRole("leader"), Recipient.ofDepartment("quality"), Recipient.ofPerson("陈强"))) {
            assertFalse(others.reaches(CHEN), others.word());
        }
    }

    @Test
    void isReadFromItsWord() {
        for (String word : List.of("role:quality", "department:质量部", "person:a:b")) {
            assertEquals(word, Recipient.read(word).word());
        }
        assertEquals(Recipient.ofRole("quality"), Recipient.read("role:quality"));
        assertThrows(IllegalArgumentException.class, () -> Recipient.read("quality"));
    }

    @Test
    void isOneOfTheThree() {
        assertThrows(IllegalArgumentException.class, () -> new Recipient(null, null, null));
        assertThrows(IllegalArgumentException.class, () -> new Recipient("quality", null, "chen"));
    }
}
