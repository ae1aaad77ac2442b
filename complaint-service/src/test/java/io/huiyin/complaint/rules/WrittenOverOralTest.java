package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.correct;
import static io.huiyin.complaint.Cases.register;
import static io.huiyin.complaint.Cases.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.APatch;
import io.huiyin.complaint.Cases;
import io.huiyin.complaint.ComplaintCommand.RegisterFromFollowUp;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.complaint.ComplaintRefusal;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValues;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X-13")
@DisplayName("X-13: where oral relay is forbidden, a complaint is handed in in writing")
class WrittenOverOralTest {

    private static final PolicyValues FORBIDDEN = PolicyProfiles.load("FACTORY-TQM");

    @Test
    void aComplaintByPhoneIsRefusedWhereItIsForbidden() {
        complaint(FORBIDDEN)
                .given()
                .when(register(AFiling.complete().channel("phone")))
                .thenRefused(ComplaintRefusal.ONLY_SAID);
    }

    @Test
    void aSimpleEnquiryMayBeMadeByPhone() {
        complaint(FORBIDDEN)
                .given()
                .when(register(AFiling.complete().channel("phone").category("enquiry")))
                .thenEvents(events -> assertInstanceOf(ComplaintRegistered.class, events.getFirst()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "letter", "fax", "email", "service-sheet"})
    void whatIsWrittenIsTaken(String channel) {
        complaint(FORBIDDEN)
                .given()
                .when(register(AFiling.complete().channel(channel)))
                .thenEvents(events -> assertInstanceOf(ComplaintRegistered.class, events.getFirst()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GENERAL", "GROUP", "HOSPITAL"})
    void elsewhereTheEntryIsTheRecord(String profile) {
        complaint(PolicyProfiles.load(profile))
                .given()
                .when(register(AFiling.complete().channel("phone")))
                .thenEvents(events -> assertInstanceOf(ComplaintRegistered.class, events.getFirst()));
    }

    /** It is on record already when we ask by phone, or take a case over from another system. */
    @Test
    void whatWeFoundOurselvesAndWhatIsTakenOverIsNoRelay() {
        complaint(FORBIDDEN)
                .given()
                .when(new RegisterFromFollowUp(
                        "26030001",
                        AFiling.complete().channel("phone").filing(),
                        UUID.fromString("0198f0a0-7c1e-7000-8000-0000000000bb"),
                        "quality"))
                .thenEvents(events -> assertInstanceOf(ComplaintRegistered.class, events.getFirst()));
        complaint(FORBIDDEN)
                .given()
                .when(Cases.takeOver(null, null))
                .thenEvents(events -> assertEquals(1, events.size()));
    }

    /** A correction says how it came; that is not refused. */
    @Test
    void whatIsOnRecordMayBeCorrected() {
        complaint(FORBIDDEN)
                .given(registered())
                .when(correct(APatch.empty().channel("phone")))
                .thenEvents(events -> assertEquals(1, events.size()));
    }

    @Test
    void whatIsIncompleteIsSaidFirst() {
        complaint(FORBIDDEN)
                .given()
                .when(register(AFiling.complete().channel("phone").description(null)))
                .thenInvalid("/description");
    }
}
