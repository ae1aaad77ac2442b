package io.huiyin.complaint.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.complaint.Cases;
import io.huiyin.complaint.Steps;
import io.huiyin.complaint.notifications.Notification.Reading;
import io.huiyin.complaint.notifications.NotificationCommand.ConfirmReading;
import io.huiyin.complaint.notifications.NotificationEvent.NotificationRead;
import io.huiyin.kernel.testing.DeciderSpec;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X-08")
class NotificationTest {

    private static final UUID COMPLAINT = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000010");
    private static final NotificationId ID = new NotificationId(COMPLAINT, 3, 1);
    private static final ConfirmReading CONFIRM = new ConfirmReading(ID);
    private static final NotificationRead BY_LIN = new NotificationRead(ID.text(), COMPLAINT, "lin", Cases.NOW);

    private static DeciderSpec<NotificationCommand, Notification, NotificationEvent> notification() {
        return DeciderSpec.of(new NotificationDecider(), Cases.GENERAL);
    }

    @Test
    @DisplayName("X-08: who has read it says so, with the time")
    void isRead() {
        notification()
                .given()
                .at(Cases.NOW)
                .by(Cases.agent())
                .when(CONFIRM)
                .then(BY_LIN)
                .thenState(state ->
                        assertEquals(new Notification(ID.text(), List.of(new Reading("lin", Cases.NOW))), state));
    }

    @Test
    @DisplayName("X-08: reading it twice is no news")
    void isReadOnce() {
        notification()
                .given(BY_LIN)
                .at(Cases.NOW.plusSeconds(60))
                .by(Cases.agent())
                .when(CONFIRM)
                .thenNothing();
    }

    @Test
    @DisplayName("X-08: what many are told each of them reads for himself")
    void isReadByEach() {
        notification()
                .given(BY_LIN)
                .at(Cases.NOW)
                .by(Steps.chairman())
                .when(CONFIRM)
                .then(new NotificationRead(ID.text(), COMPLAINT, "chairman", Cases.NOW))
                .thenState(state -> assertEquals(
                        List.of(new Reading("lin", Cases.NOW), new Reading("chairman", Cases.NOW)), state.readBy()));
    }

    @Test
    void itsIdHasOneText() {
        assertEquals("0198f0a0-7c1e-7000-8000-000000000010.3.1", ID.text());
        assertEquals(ID, NotificationId.read(ID.text()));
        assertEquals(ID.stream(), new NotificationId(COMPLAINT, 3, 1).stream());
        assertNotEquals(ID.stream(), new NotificationId(COMPLAINT, 3, 2).stream());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0198f0a0-7c1e-7000-8000-000000000010",
                "0198f0a0-7c1e-7000-8000-000000000010.3",
                "0198F0A0-7C1E-7000-8000-000000000010.3.1",
                "0198f0a0-7c1e-7000-8000-000000000010.0.1",
                "0198f0a0-7c1e-7000-8000-000000000010.03.1",
                "0198f0a0-7c1e-7000-8000-000000000010.3.0",
                "0198f0a0-7c1e-7000-8000-000000000010.3.9999999999",
                "1-1-1-1-1.3.1"
            })
    void anythingElseIsNone(String text) {
        assertNull(NotificationId.read(text));
    }
}
