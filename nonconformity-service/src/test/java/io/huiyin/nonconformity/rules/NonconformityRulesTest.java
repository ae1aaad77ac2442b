package io.huiyin.nonconformity.rules;

import static io.huiyin.nonconformity.Sheets.GENERAL;
import static io.huiyin.nonconformity.Sheets.actor;
import static io.huiyin.nonconformity.Sheets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.nonconformity.Disposition;
import io.huiyin.nonconformity.Disposition.Approval;
import io.huiyin.nonconformity.Disposition.Execution;
import io.huiyin.nonconformity.Disposition.Status;
import io.huiyin.nonconformity.Dispositions;
import io.huiyin.nonconformity.Filing;
import io.huiyin.nonconformity.Nonconformity.Custody;
import io.huiyin.nonconformity.Nonconformity.Origin;
import io.huiyin.nonconformity.Nonconformity.Review;
import io.huiyin.nonconformity.Nonconformity.Stage;
import io.huiyin.nonconformity.Opinion;
import io.huiyin.nonconformity.Product;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One test or more for each rule, by its id. */
class NonconformityRulesTest {

    private static Disposition part(Status status, @Nullable Integer quantity) {
        return new Disposition(
                new UUID(0, status.name().hashCode()),
                "scrap",
                "原因",
                quantity,
                status,
                new Approval("qian", "mrb-site", null),
                new Execution("wu", "完成"),
                null);
    }

    private static Dispositions of(@Nullable Integer whole, Disposition... parts) {
        return new Dispositions(whole, List.of(parts));
    }

    private static Review review(int round, Opinion... opinions) {
        return new Review("minor", "mrb-site", List.of("sun"), List.of(opinions), round);
    }

    @Test
    @Tag("NCR-01")
    void aCategoryIsOneOfTheList() {
        assertTrue(KnownCategory.isKnown("delivered", GENERAL));
        assertTrue(KnownCategory.isKnown(KnownCategory.SERVICE, GENERAL));
        assertFalse(KnownCategory.isKnown("air", GENERAL));
    }

    @Test
    @Tag("NCR-03")
    void aSourceIsOneOfTheList() {
        assertTrue(KnownSource.isKnown(KnownSource.CUSTOMER_COMPLAINT, GENERAL));
        assertTrue(KnownSource.isKnown("incoming-inspection", GENERAL));
        assertFalse(KnownSource.isKnown("rumour", GENERAL));
    }

    @Test
    @Tag("NCR-06")
    void aSeverityIsOneOfTheProfiles() {
        assertTrue(KnownSeverity.isKnown("minor", GENERAL));
        assertFalse(KnownSeverity.isKnown("ordinary", GENERAL));
        assertTrue(KnownSeverity.isKnown(
                "ordinary", with("ncr.severity", new PolicyValue.Names(List.of("ordinary", "serious")))));
    }

    @Test
    @Tag("NCR-18")
    void aSheetSaysWhatWhereAndOfWhichKindAndAgreesWithItself() {
        assertEquals(
                List.of("/source", "/category", "/finding"),
                faults(new Filing(" ", null, null, null, null, null, "", null)));
        assertEquals(
                List.of("/source", "/category", "/severity"),
                faults(new Filing("rumour", "air", "huge", null, null, null, "异响", null)));
        assertEquals(List.of("/product/serialNumbers"), faults(pieces(1, "a", "b")));
        assertEquals(List.of(), faults(pieces(1, "a", " a")));
        assertEquals(List.of(), faults(pieces(null, "a", "b")));
        assertEquals(List.of(), faults(pieces(2, "a", "b")));
    }

    private static Filing pieces(@Nullable Integer quantity, String... serials) {
        return new Filing(
                "usage",
                "finished",
                "major",
                new Product(null, null, null, List.of(serials), quantity),
                null,
                null,
                "异响",
                null);
    }

    private static List<String> faults(Filing filing) {
        return DutyOfRecord.faults(filing, GENERAL).stream()
                .map(FieldFault::pointer)
                .toList();
    }

    @Test
    @Tag("X-01")
    void aNumberSaysYearAndMonthOfTheBusinessZoneAndGrows() {
        NonconformityNumber.Series lateEvening = NonconformityNumber.at(Instant.parse("2026-10-31T16:00:00Z"), GENERAL);
        assertEquals("nonconformity:NC2611", lateEvening.series());
        assertEquals("NC26110001", lateEvening.print(1));
        assertEquals("NC261110000", lateEvening.print(10_000));
        assertEquals(
                "NC26100001",
                NonconformityNumber.at(Instant.parse("2026-10-31T15:59:59Z"), GENERAL)
                        .print(1));
    }

    @Test
    @Tag("CMP-37")
    void theDeterminationAsksForItOrNamesUsAndQuality() {
        assertTrue(ComplaintBorn.isRaised(null, "own", "quality"));
        assertFalse(ComplaintBorn.isRaised(null, "own", "service"));
        assertFalse(ComplaintBorn.isRaised(null, "supplier", "quality"));
        assertTrue(ComplaintBorn.isRaised(true, "shared", "quality"));
        assertFalse(ComplaintBorn.isRaised(false, "own", "quality"));
    }

    @Test
    @Tag("NCR-75")
    void itsSheetIsOfADeliveredProductOrAService() {
        Product product = new Product("干燥机", null, null, null, null);
        assertEquals("delivered", ComplaintBorn.filing(product, "异响").category());
        assertEquals("service", ComplaintBorn.filing(null, "迟到").category());
        assertEquals("customer-complaint", ComplaintBorn.filing(null, "迟到").source());
        assertEquals(List.of(), DutyOfRecord.faults(ComplaintBorn.filing(product, "异响"), GENERAL));
    }

    @ParameterizedTest
    @Tag("NCR-08")
    @CsvSource({
        "raw-material, true",
        "delivered, true",
        "equipment, true",
        "service, false",
        "document, false",
        "environment, false",
        "handling, false"
    })
    void itemsAreSetApart(String category, boolean needed) {
        assertEquals(needed, Segregation.isNeeded(category));
    }

    @Test
    @Tag("NCR-08")
    void theyAreHeldFromThenUntilItEnds() {
        Custody nowhere = new Custody(null, null, null, null);
        Custody apart = new Custody("A", "chen", null, null);
        assertFalse(Segregation.isHeld(Stage.REPORTED, nowhere));
        for (Stage stage : List.of(Stage.SEGREGATED, Stage.CONFIRMED, Stage.CLASSIFIED, Stage.REVIEW)) {
            assertTrue(Segregation.isHeld(stage, apart));
            assertFalse(Segregation.isHeld(stage, nowhere));
        }
        assertFalse(Segregation.isHeld(Stage.CLEARED, apart));
        assertFalse(Segregation.isHeld(Stage.CLOSED, apart));
    }

    @Test
    @Tag("NCR-10")
    void aSuspectIsClearedBeforeItIsConfirmed() {
        assertTrue(SuspectClearing.isPossible(Stage.REPORTED));
        assertTrue(SuspectClearing.isPossible(Stage.SEGREGATED));
        for (Stage stage : List.of(Stage.CONFIRMED, Stage.CLASSIFIED, Stage.REVIEW, Stage.CLEARED, Stage.CLOSED)) {
            assertFalse(SuspectClearing.isPossible(stage));
        }
    }

    @Test
    @Tag("NCR-21")
    void theLevelOfASeverityAndWhoMayDecideAtIt() {
        assertEquals("mrb-site", ReviewAuthority.level("minor", GENERAL));
        assertEquals("mrb-company", ReviewAuthority.level("major", GENERAL));
        assertEquals("mrb-company", ReviewAuthority.level("unheard-of", GENERAL));
        assertEquals("mrb-site", ReviewAuthority.levelOf(actor("a", "mrb-site"), "mrb-site", GENERAL));
        assertEquals("mrb-company", ReviewAuthority.levelOf(actor("a", "mrb-company"), "mrb-site", GENERAL));
        assertEquals("mrb-site", ReviewAuthority.levelOf(actor("a", "mrb-company", "mrb-site"), "mrb-site", GENERAL));
        assertEquals("mrb-company", ReviewAuthority.levelOf(actor("a", "mrb-company"), "mrb-company", GENERAL));
        assertNull(ReviewAuthority.levelOf(actor("a", "mrb-site"), "mrb-company", GENERAL));
        assertNull(ReviewAuthority.levelOf(actor("a", "quality"), "mrb-site", GENERAL));
        assertEquals("mrb-company", ReviewAuthority.levelOf(actor("a", "admin"), "mrb-company", GENERAL));
        assertEquals("ncr.authority", ReviewAuthority.policy(GENERAL).key());
    }

    @Test
    @Tag("NCR-20")
    @Tag("NCR-21")
    void whoDecidesAtALevelSaysTheProfile() {
        PolicyValues others = with(
                "ncr.authority.roles",
                new PolicyValue.ByName(Map.of("mrb-site", "leader", "mrb-company", "general-manager")));
        assertEquals(List.of("mrb-site", "mrb-company"), ReviewAuthority.roles(GENERAL));
        assertEquals(List.of("leader", "general-manager"), ReviewAuthority.roles(others));
        assertEquals("mrb-site", ReviewAuthority.levelOf(actor("a", "leader"), "mrb-site", others));
        assertEquals("mrb-company", ReviewAuthority.levelOf(actor("a", "general-manager"), "mrb-site", others));
        assertNull(ReviewAuthority.levelOf(actor("a", "leader"), "mrb-company", others));
        assertNull(ReviewAuthority.levelOf(actor("a", "mrb-site", "mrb-company"), "mrb-site", others));
        assertEquals("mrb-company", ReviewAuthority.levelOf(actor("a", "admin"), "mrb-company", others));
        PolicyValues one = with(
                "ncr.authority.roles", new PolicyValue.ByName(Map.of("mrb-site", "quality", "mrb-company", "quality")));
        assertEquals(List.of("quality"), ReviewAuthority.roles(one));
        assertEquals("mrb-company", ReviewAuthority.levelOf(actor("a", "quality"), "mrb-company", one));
    }

    @Test
    @Tag("NCR-74")
    void theManufacturingDepartmentsInspectWhatTheProfileNames() {
        PolicyValues foundry = with("ncr.selfInspection", new PolicyValue.Names(List.of("in-process")));
        assertTrue(SelfInspection.mayInspect(actor("a", "production"), "in-process", foundry));
        assertFalse(SelfInspection.mayInspect(actor("a", "production"), "delivered", foundry));
        assertFalse(SelfInspection.mayInspect(actor("a", "warehouse"), "in-process", foundry));
        assertTrue(SelfInspection.mayInspect(actor("a", "inspector"), "delivered", foundry));
        assertTrue(SelfInspection.mayInspectAny(actor("a", "production"), foundry));
        assertFalse(SelfInspection.mayInspect(actor("a", "production"), "in-process", GENERAL));
        assertFalse(SelfInspection.mayInspectAny(actor("a", "production"), GENERAL));
        assertTrue(SelfInspection.mayInspect(actor("a", "quality"), "in-process", GENERAL));
        assertTrue(SelfInspection.mayInspectAny(actor("a", "admin"), GENERAL));
    }

    @Test
    @Tag("NCR-20")
    void aReviewHasMembersEachOnce() {
        assertEquals(1, ReviewBoard.faults(List.of()).size());
        assertEquals(List.of(), ReviewBoard.faults(List.of("a", "b")));
        assertEquals(
                "/members/1", ReviewBoard.faults(List.of("a", "a")).getFirst().pointer());
        assertEquals("/members/0", ReviewBoard.faults(List.of(" ")).getFirst().pointer());
        assertTrue(ReviewBoard.isMember("a", List.of("a", "b")));
        assertFalse(ReviewBoard.isMember("c", List.of("a", "b")));
    }

    @Test
    @Tag("NCR-19")
    void anOpinionOfThisRoundIsOnRecord() {
        assertFalse(ReviewBeforeDisposition.isRecorded(review(1)));
        assertTrue(ReviewBeforeDisposition.isRecorded(review(1, new Opinion("sun", "可", "agree", 1))));
        assertFalse(ReviewBeforeDisposition.isRecorded(review(2, new Opinion("sun", "可", "agree", 1))));
    }

    @Test
    @Tag("NCR-22")
    void aDispositionIsOfTheCatalogueAndEnabled() {
        assertEquals(19, DispositionCatalogue.ALL.size());
        assertTrue(DispositionCatalogue.isKnown("urgent-release"));
        assertFalse(DispositionCatalogue.isKnown("hide"));
        assertTrue(DispositionCatalogue.isEnabled("rework", GENERAL));
        assertFalse(DispositionCatalogue.isEnabled("urgent-release", GENERAL));
    }

    @Test
    @Tag("NCR-26")
    void usingItAsItIsNeedsTheProfile() {
        assertTrue(ConcessionConditions.isConcession("concession"));
        assertTrue(ConcessionConditions.isConcession("special-acceptance"));
        assertTrue(ConcessionConditions.isConcession("urgent-release"));
        assertFalse(ConcessionConditions.isConcession("scrap"));
    }

    @Test
    @Tag("NCR-22")
    void noMoreThanIsLeftIsDisposedOf() {
        Dispositions some = of(10, part(Status.APPROVED, 4), part(Status.FAILED, 6), part(Status.RETURNED, 6));
        assertTrue(DispositionQuantity.isDivisible(some));
        assertTrue(DispositionQuantity.isLeft(6, some));
        assertFalse(DispositionQuantity.isLeft(7, some));
        assertEquals(6, DispositionQuantity.covered(null, some));
        assertEquals(2, DispositionQuantity.covered(2, some));
        Dispositions undivided = of(null);
        assertFalse(DispositionQuantity.isDivisible(undivided));
        assertTrue(DispositionQuantity.isLeft(1, undivided));
        assertNull(DispositionQuantity.covered(null, undivided));
        assertFalse(DispositionQuantity.isLeft(1, of(null, part(Status.PROPOSED, null))));
    }

    @Test
    @Tag("NCR-32")
    void onlyWhatWasApprovedIsCarriedOut() {
        for (Status status : Status.values()) {
            assertEquals(status == Status.APPROVED, ExecutingStrictly.isAllowed(part(status, 1)));
        }
    }

    @ParameterizedTest
    @Tag("NCR-35")
    @CsvSource({"rework, true", "repair, true", "redo-the-service, true", "scrap, false", "concession, false"})
    void whatWasDoneOverIsInspectedAgain(String disposition, boolean needed) {
        assertEquals(needed, ReinspectionNeeded.after(disposition));
    }

    @Test
    @Tag("X-15")
    void executorReviewerAndVerifierAreDifferentPeople() {
        Disposition executed = part(Status.EXECUTED, 1);
        Review heard = review(1, new Opinion("sun", "可", "agree", 1));
        assertFalse(SeparationOfDuty.mayCheck("wu", executed));
        assertTrue(SeparationOfDuty.mayCheck("zhao", executed));
        PolicyValues strict = with("ncr.execution.byReviewer", new PolicyValue.Word("refused"));
        assertFalse(SeparationOfDuty.mayExecute("sun", executed, heard, strict));
        assertFalse(SeparationOfDuty.mayExecute("qian", executed, heard, strict));
        assertTrue(SeparationOfDuty.mayExecute("wu", executed, heard, strict));
        assertTrue(SeparationOfDuty.mayExecute("sun", executed, heard, GENERAL));
    }

    @Test
    @Tag("NCR-36")
    void theProfileSaysWhoVerifies() {
        Origin origin = new Origin("zheng", Instant.EPOCH, List.of(), null);
        Review members = review(1);
        assertTrue(Verifier.isQuality(GENERAL));
        assertTrue(Verifier.isOne(actor("a", "quality"), origin, members, GENERAL));
        assertFalse(Verifier.isOne(actor("zheng", "inspector"), origin, members, GENERAL));
        var discoverer = with("ncr.verifier", new PolicyValue.Word("discoverer"));
        assertFalse(Verifier.isQuality(discoverer));
        assertTrue(Verifier.isOne(actor("zheng", "inspector"), origin, members, discoverer));
        assertFalse(Verifier.isOne(actor("a", "quality"), origin, members, discoverer));
        var team = with("ncr.verifier", new PolicyValue.Word("review-team"));
        assertTrue(Verifier.isOne(actor("sun", "engineering"), origin, members, team));
        assertFalse(Verifier.isOne(actor("zheng", "quality"), origin, members, team));
    }

    @Test
    @Tag("X-11")
    void itClosesWhenAllIsDisposedOfAndVerified() {
        assertTrue(ClosedLoop.isComplete(of(10, part(Status.VERIFIED, 4), part(Status.VERIFIED, 6))));
        assertFalse(ClosedLoop.isComplete(of(10, part(Status.VERIFIED, 4))));
        assertFalse(ClosedLoop.isComplete(of(10, part(Status.VERIFIED, 4), part(Status.EXECUTED, 6))));
        assertFalse(ClosedLoop.isComplete(of(null)));
        assertTrue(ClosedLoop.isComplete(of(null, part(Status.VERIFIED, null))));
        assertEquals(List.of("6 are not disposed of"), ClosedLoop.unmet(of(10, part(Status.VERIFIED, 4))));
    }
}
