package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.MACHINERY;
import static io.huiyin.complaint.Cases.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.ComplaintCommand.EscalateComplaint;
import io.huiyin.complaint.ComplaintCommand.RefileComplaint;
import io.huiyin.complaint.ComplaintRefusal;
import io.huiyin.complaint.Steps;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CMP-43: a rejected settlement is refiled or escalated, as the profile says")
class RejectionModeTest {

    private static final Steps REJECTED = Steps.registered().rejected();

    @Test
    void generalEscalates() {
        complaint(GENERAL)
                .given(REJECTED.history())
                .when(new EscalateComplaint("x", null))
                .thenEvents(events -> assertEquals(1, events.size()));
        complaint(GENERAL)
                .given(REJECTED.history())
                .when(new RefileComplaint("x", null))
                .thenRefused(ComplaintRefusal.REFILING_IS_NOT_OUR_WAY);
    }

    @Test
    void machineryRefiles() {
        complaint(MACHINERY)
                .given(REJECTED.history())
                .when(new RefileComplaint("x", null))
                .thenEvents(events -> assertEquals(1, events.size()));
        complaint(MACHINERY)
                .given(REJECTED.history())
                .when(new EscalateComplaint("x", null))
                .thenRefused(ComplaintRefusal.ESCALATING_IS_NOT_OUR_WAY);
    }
}
