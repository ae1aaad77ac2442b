package io.huiyin.complaint.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.Cases;
import io.huiyin.complaint.ComplaintCommand.ImportComplaint;
import io.huiyin.complaint.Customer;
import io.huiyin.complaint.Person;
import io.huiyin.complaint.Product;
import io.huiyin.complaint.Source;
import io.huiyin.complaint.imports.RowCase.Fields;
import io.huiyin.complaint.imports.RowCase.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowCaseTest {

    private static final String RECEIVED = "\"receivedAt\": {\"column\": \"Date\", \"pattern\": \"M/d/yyyy\"}";
    private static final Instant DAY = Instant.parse("2015-03-19T04:00:00Z");

    /** What a row of a date and one other cell says. */
    private static Fields read(String field, @Nullable String cell) {
        return new RowCase(Mappings.fields(RECEIVED + ", " + field)).read(row("3/19/2015", cell));
    }

    private static ImportRow row(@Nullable String date, @Nullable String cell) {
        return new ImportRow(1, List.of("Date", "Cell"), false, Arrays.asList(date, cell), null);
    }

    private static List<Reason> why(String field, String detail) {
        return List.of(new Reason(field, detail));
    }

    @Test
    void onlyTheDateOfReceiptIsRequired() {
        Fields fields = new RowCase(Mappings.fields(RECEIVED)).read(row("3/19/2015", null));
        assertEquals(DAY, fields.receivedAt());
        assertEquals(List.of(), fields.reasons());
        Fields blank = new RowCase(Mappings.fields(RECEIVED)).read(row(" ", "x"));
        assertNull(blank.receivedAt());
        assertEquals(why("receivedAt", "is blank"), blank.reasons());
    }

    @Test
    void aDateThatDoesNotExistIsSaidOnce() {
        Fields fields = new RowCase(Mappings.fields(RECEIVED)).read(row("2/30/2015", null));
        assertEquals(why("receivedAt", "\"2/30/2015\" is no date of this form that exists"), fields.reasons());
    }

    @Test
    void anOptionalDateMayBeBlankButNotWrong() {
        String forwarded = "\"forwardedAt\": {\"column\": \"Cell\", \"pattern\": \"M/d/yyyy\"}";
        assertNull(read(forwarded, "").forwardedAt());
        assertEquals(List.of(), read(forwarded, "").reasons());
        assertEquals(
                Instant.parse("2015-03-20T04:00:00Z"),
                read(forwarded, "3/20/2015").forwardedAt());
        assertEquals(
                why("forwardedAt", "\"soon\" is no date of this form that exists"),
                read(forwarded, "soon").reasons());
    }

    @Test
    void valuesMapACell() {
        String channel =
                "\"channel\": {\"column\": \"Cell\", \"values\": {\"Web\": \"web\", \"Postal mail\": \"letter\"}}";
        assertEquals("letter", read(channel, "Postal mail").texts().get("channel"));
        assertEquals("web", read(channel, " Web ").texts().get("channel"));
    }

    @Test
    void whatIsNotMappedIsRejected() {
        String channel = "\"channel\": {\"column\": \"Cell\", \"values\": {\"Web\": \"web\"}}";
        assertEquals(
                why("channel", "\"Fax machine\" is not mapped"),
                read(channel, "Fax machine").reasons());
        assertEquals(
                why("channel", "\"web\" is not mapped"), read(channel, "web").reasons());
    }

    @Test
    void whatIsBlankIsAbsent() {
        Fields fields = read("\"channel\": {\"column\": \"Cell\", \"values\": {\"Web\": \"web\"}}", "  ");
        assertEquals(List.of(), fields.reasons());
        assertFalse(fields.texts().containsKey("channel"));
    }

    @Test
    void otherwiseStandsForWhatIsNotMappedOrBlank() {
        String timely = "\"timely\": {\"column\": \"Cell\", \"values\": {\"Yes\": \"yes\", \"No\": \"no\"}, "
                + "\"otherwise\": \"unknown\"}";
        assertEquals("yes", read(timely, "Yes").texts().get("timely"));
        assertEquals("unknown", read(timely, "Perhaps").texts().get("timely"));
        assertEquals("unknown", read(timely, null).texts().get("timely"));
        assertEquals("unknown", read(timely, " ").texts().get("timely"));
        assertEquals(List.of(), read(timely, "Perhaps").reasons());
    }

    @Test
    void otherwiseStandsForABlankCellWithoutValuesToo() {
        String region = "\"region\": {\"column\": \"Cell\", \"otherwise\": \"none\"}";
        assertEquals("none", read(region, "").texts().get("region"));
        assertEquals("MA", read(region, "MA").texts().get("region"));
    }

    @Test
    void aValueMayMeanNothing() {
        Fields fields = read("\"region\": {\"column\": \"Cell\", \"values\": {\"N/A\": null, \"MA\": \"MA\"}}", "N/A");
        assertEquals(List.of(), fields.reasons());
        assertFalse(fields.texts().containsKey("region"));
    }

    @Test
    void withoutValuesAWordMustBeOneWeKnow() {
        String disputed = "\"disputed\": {\"column\": \"Cell\"}";
        assertEquals("yes", read(disputed, "yes").texts().get("disputed"));
        assertEquals(
                why("disputed", "\"Yes\" is none of yes, no, unknown"),
                read(disputed, "Yes").reasons());
        assertTrue(read("\"channel\": {\"column\": \"Cell\"}", "pigeon")
                .reasons()
                .getFirst()
                .detail()
                .startsWith("\"pigeon\" is none of phone, "));
    }

    @Test
    void aConstantStandsInEveryRow() {
        String category = "\"category\": {\"constant\": \"financial-service\"}";
        assertEquals("financial-service", read(category, null).texts().get("category"));
    }

    @Test
    void allReasonsOfARowAreNamed() {
        RowCase cases = new RowCase(Mappings.fields(
                RECEIVED + ", \"channel\": {\"column\": \"Cell\"}, \"timely\": {\"column\": \"Cell\"}"));
        assertEquals(
                List.of("channel", "receivedAt", "timely"),
                cases.read(row("2/30/2015", "x")).reasons().stream()
                        .map(Reason::field)
                        .sorted()
                        .toList());
    }

    @Test
    void aRowThatCouldNotBeReadIsRejected() {
        Fields fields = new RowCase(Mappings.fields(RECEIVED))
                .read(new ImportRow(1, List.of("Date"), false, List.of("3/19/2015", "x"), "has 2 cells"));
        assertNull(fields.receivedAt());
        assertEquals(why("", "has 2 cells"), fields.reasons());
    }

    @Test
    void longTextsAreRejectedAndNullCharactersLeftOut() {
        assertEquals(
                why("description", "is longer than 100000 characters"),
                read("\"description\": {\"column\": \"Cell\"}", "x".repeat(100_001))
                        .reasons());
        assertEquals(
                why("reference", "is longer than 200 characters"),
                read("\"reference\": {\"column\": \"Cell\"}", "x".repeat(201)).reasons());
        assertEquals(
                "ab",
                read("\"description\": {\"column\": \"Cell\"}", "a\u0000b")
                        .texts()
                        .get("description"));
    }

    @Test
    void aRowBecomesACase() {
        ImportMapping mapping = Mappings.fields(RECEIVED + """
                , "reference": {"column": "Cell"}, "channel": {"constant": "web"}, "product": {"constant": "Mortgage"},
                "subProduct": {"constant": "FHA"}, "issue": {"constant": "Servicing"}, "subIssue": {"constant": "Escrow"},
                "category": {"constant": "financial-service"}, "region": {"constant": "MA"},
                "company": {"constant": "Example Bank"}, "customerName": {"constant": "J. Doe"},
                "description": {"constant": "Not posted."}, "outcome": {"constant": "Closed"},
                "forwardedAt": {"constant": "3/18/2015", "pattern": "M/d/yyyy"},
                "timely": {"constant": "yes"}, "disputed": {"constant": "no"}
                """);
        mapping.check(List.of("Date", "Cell"));
        RowCase cases = new RowCase(mapping);
        Fields fields = cases.read(row("3/19/2015", "1291006"));
        ImportComplaint command = cases.command("I26110001", Cases.IMPORT, 7, fields, DAY);
        assertEquals(7, command.row());
        assertEquals(new Source("old-crm", "1291006"), command.filing().source());
        assertEquals(DAY, command.filing().receivedAt());
        assertEquals(
                new Product("Mortgage", "FHA", null, null, null, null, null, null),
                command.filing().product());
        Customer customer = command.filing().customer();
        assertNotNull(customer);
        Person person = customer.person();
        assertNotNull(person);
        assertEquals("J. Doe", person.name());
        assertFalse(command.filing().anonymous());
        assertEquals("Closed", command.outcome());
        assertEquals("yes", command.timely());
        assertEquals("no", command.disputed());
        assertEquals(List.of("forwarded-before-received"), command.flags());
    }

    @Test
    void whatNobodySaidIsUnknown() {
        RowCase cases = new RowCase(Mappings.fields(RECEIVED));
        ImportComplaint command = cases.command("I26110001", Cases.IMPORT, 1, cases.read(row("3/19/2015", null)), DAY);
        assertEquals("unknown", command.timely());
        assertEquals("unknown", command.disputed());
        assertTrue(command.filing().anonymous());
        assertNull(command.filing().customer());
        assertNull(command.filing().product());
        assertEquals(new Source("old-crm", null), command.filing().source());
    }
}
