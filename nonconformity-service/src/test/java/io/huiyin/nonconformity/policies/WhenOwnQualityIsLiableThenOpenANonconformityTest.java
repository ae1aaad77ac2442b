package io.huiyin.nonconformity.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.nonconformity.NonconformityCommand.OpenForComplaint;
import io.huiyin.nonconformity.Product;
import io.huiyin.nonconformity.incoming.complaint.LiabilityFact.LiabilityDetermined;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CMP-37")
@DisplayName("CMP-37: an own quality liability opens one nonconformity")
class WhenOwnQualityIsLiableThenOpenANonconformityTest {

    private static final UUID COMPLAINT = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000011");

    private static EventEnvelope event(String data) {
        Instant now = Instant.parse("2026-03-02T01:00:00Z");
        return new EventEnvelope(
                Ids.next(),
                "complaint-liability-determined",
                1,
                "/complaint-service",
                "complaint",
                COMPLAINT,
                7,
                now,
                now,
                new ActorName("zhao", "赵", "quality"),
                "request-1",
                null,
                null,
                new Position(1, 7, 7),
                data);
    }

    private static OpenForComplaint command(String data) {
        return assertInstanceOf(
                OpenForComplaint.class,
                WhenOwnQualityIsLiableThenOpenANonconformity.command(
                        "NC26030001", EventJson.read(data, LiabilityDetermined.class), event(data)));
    }

    @Test
    void aComplaintHasOneNonconformityHoweverOftenItIsJudged() {
        assertEquals(
                WhenOwnQualityIsLiableThenOpenANonconformity.stream(COMPLAINT),
                WhenOwnQualityIsLiableThenOpenANonconformity.stream(UUID.fromString(COMPLAINT.toString())));
        assertEquals(
                Ids.derived("nonconformity", COMPLAINT),
                WhenOwnQualityIsLiableThenOpenANonconformity.stream(COMPLAINT));
        assertNotEquals(
                Ids.derived("nonconformity", Ids.next()),
                WhenOwnQualityIsLiableThenOpenANonconformity.stream(COMPLAINT));
    }

    @Test
    void theSheetSaysWhatTheComplaintSays() {
        OpenForComplaint first = command("""
                {"round":1,"party":"own","cause":"quality","department":"总装车间","reason":"轴承游隙超差","number":"26030007",
                 "customerId":"c-1","product":{"name":"干燥机","model":"DR-40","serialNumber":"SN-1","lot":"L-7","quantity":2},
                 "category":"product-quality","issue":"noise","severity":"ordinary","description":"运行时有异响",
                 "improvementTracked":true,"nonconformityRequested":true}
                """);
        assertEquals(COMPLAINT, first.complaintId());
        assertEquals("26030007", first.complaintNumber());
        assertEquals("zhao", first.discoverer());
        assertEquals("轴承游隙超差", first.reason());
        assertEquals(1, first.round());
        assertEquals("运行时有异响", first.filing().finding());
        assertEquals("delivered", first.filing().category());
        assertEquals(
                new Product("干燥机", "DR-40", "L-7", List.of("SN-1"), 2),
                first.filing().product());
        assertNull(first.filing().severity());
    }

    @Test
    void whatIsNotSaidIsNotGuessed() {
        OpenForComplaint bare = command("{\"party\":\"own\",\"cause\":\"quality\"}");
        assertEquals("service", bare.filing().category());
        assertNull(bare.filing().product());
        assertEquals("-", bare.filing().finding());
        assertEquals(1, bare.round());
        OpenForComplaint blank = command(
                "{\"round\":3,\"reason\":\"复核\",\"description\":\" \",\"product\":{\"serialNumber\":\"\",\"quantity\":0}}");
        assertEquals("复核", blank.filing().finding());
        assertEquals(3, blank.round());
        assertEquals(
                new Product(null, null, null, List.of(), null), blank.filing().product());
    }

    @ParameterizedTest
    @CsvSource({
        "own, quality, , true",
        "own, quality, true, true",
        "own, service, true, true",
        "own, quality, false, false",
        "own, service, , false",
        "supplier, quality, , false",
        "none, other, , false",
        ", , , false"
    })
    void onlyAnOwnQualityLiabilityRaisesOne(String party, String cause, Boolean requested, boolean raised) {
        LiabilityDetermined fact = new LiabilityDetermined(1, party, cause, null, null, null, null, null, requested);
        assertEquals(raised, WhenOwnQualityIsLiableThenOpenANonconformity.isRaised(fact));
    }

    @Test
    void itsNameIsThatOfItsClass() {
        String name = "WhenOwnQualityIsLiableThenOpenANonconformity"
                .replaceAll("([A-Z])", "-$1")
                .toLowerCase(java.util.Locale.ROOT)
                .substring(1);
        assertEquals(name, WhenOwnQualityIsLiableThenOpenANonconformity.NAME);
        assertFalse(name.contains("--"));
        assertTrue(name.startsWith("when-"));
    }
}
