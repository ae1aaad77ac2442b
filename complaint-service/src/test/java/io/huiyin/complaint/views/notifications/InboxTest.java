package io.huiyin.complaint.views.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.InvalidInput;
import io.quarkus.security.ForbiddenException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X-08")
class InboxTest {

    private static final Actor CHEN = actor("chen", "质量部", "quality", "agent");

    private static Actor actor(String id, @Nullable String department, String... roles) {
        return new Actor(id, id, Set.of(roles), department, null, null);
    }

    @Test
    @DisplayName("X-08: one's own inbox is that of oneself, of one's department and of each of one's roles")
    void ofOneself() {
        assertEquals(
                new Inbox(List.of("person:chen", "department:质量部", "role:agent", "role:quality"), "chen"),
                Inbox.of(CHEN, null, null, null));
        assertEquals(
                new Inbox(List.of("person:li", "role:agent"), "li"),
                Inbox.of(actor("li", null, "agent"), null, null, null));
    }

    @Test
    void oneOfThemCanBeAskedFor() {
        assertEquals(new Inbox(List.of("role:quality"), "chen"), Inbox.of(CHEN, "quality", null, null));
        assertEquals(new Inbox(List.of("department:质量部"), "chen"), Inbox.of(CHEN, null, "质量部", null));
        assertEquals(new Inbox(List.of("person:chen"), "chen"), Inbox.of(CHEN, null, null, "chen"));
        assertThrows(InvalidInput.class, () -> Inbox.of(CHEN, "quality", null, "chen"));
    }

    @Test
    @DisplayName(
            "X-08: nobody looks into another's inbox but auditor and admin, and their reading counts for nothing there")
    void ofAnother() {
        assertThrows(ForbiddenException.class, () -> Inbox.of(CHEN, "leader", null, null));
        assertThrows(ForbiddenException.class, () -> Inbox.of(CHEN, null, "生产部", null));
        assertThrows(ForbiddenException.class, () -> Inbox.of(CHEN, null, null, "li"));
        for (String role : List.of("auditor", "admin")) {
            Actor looking = actor("looking", null, role);
            assertEquals(new Inbox(List.of("role:leader"), null), Inbox.of(looking, "leader", null, null));
            assertEquals(new Inbox(List.of("department:生产部"), null), Inbox.of(looking, null, "生产部", null));
            assertEquals(new Inbox(List.of("person:li"), "li"), Inbox.of(looking, null, null, "li"));
        }
    }
}
