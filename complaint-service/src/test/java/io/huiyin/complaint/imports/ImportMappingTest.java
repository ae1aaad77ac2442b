package io.huiyin.complaint.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.complaint.imports.ImportMapping.Deduplicate;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportMappingTest {

    private static final List<String> HEADER = List.of("", "Date", "Channel");
    private static final String RECEIVED = "\"receivedAt\": {\"column\": \"Date\"}";

    private static List<String> faults(ImportMapping mapping, @Nullable List<String> header) {
        InvalidInput invalid = assertThrows(InvalidInput.class, () -> mapping.check(header));
        return invalid.faults().stream().map(FieldFault::pointer).toList();
    }

    private static List<String> faultsOf(String field) {
        return faults(Mappings.fields(RECEIVED + ", " + field), HEADER);
    }

    @Test
    void theMappingOfTheApiPageIsGood() {
        ImportMapping mapping = Mappings.of("""
                { "sourceSystem": "cfpb", "zone": "America/New_York", "deduplicate": "reference",
                  "fields": { "reference": {"column": "Complaint ID"},
                    "receivedAt": {"column": "Date received", "pattern": "M/d/yyyy"},
                    "channel": {"column": "Submitted via", "values": {"Web": "web", "Postal mail": "letter"}},
                    "category": {"constant": "financial-service"},
                    "timely": {"column": "Timely response?", "values": {"Yes": "yes", "No": "no"}, "otherwise": "unknown"} } }
                """);
        mapping.check(List.of("Complaint ID", "Date received", "Submitted via", "Timely response?"));
        mapping.check(null);
        assertEquals(Deduplicate.REFERENCE, mapping.mode());
        assertEquals(ZoneId.of("America/New_York"), mapping.zoneId());
    }

    @Test
    void zoneAndModeHaveDefaults() {
        ImportMapping mapping = Mappings.of(
                "{\"sourceSystem\": \"x\", \"fields\": {\"reference\": {\"column\": 0}, " + RECEIVED + "}}");
        mapping.check(HEADER);
        assertEquals(Deduplicate.REFERENCE, mapping.mode());
        assertEquals(ZoneId.of("Asia/Shanghai"), mapping.zoneId());
        assertEquals(Deduplicate.EXACT_ROW, Mappings.fields(RECEIVED).mode());
    }

    @Test
    void anEmptyMappingLacksAll() {
        assertEquals(
                List.of("/mapping/sourceSystem", "/mapping/fields/receivedAt", "/mapping/fields/reference"),
                faults(Mappings.of("{}"), HEADER));
    }

    @Test
    void theHeadOfTheMappingIsChecked() {
        assertEquals(
                List.of("/mapping/sourceSystem", "/mapping/zone", "/mapping/deduplicate"),
                faults(
                        Mappings.of("{\"sourceSystem\": \" \", \"zone\": \"Mars/Base\", \"deduplicate\": \"maybe\", "
                                + "\"fields\": {" + RECEIVED + "}}"),
                        HEADER));
    }

    @Test
    void receivedAtMustBeThere() {
        assertEquals(
                List.of("/mapping/fields/receivedAt"),
                faults(Mappings.fields("\"region\": {\"constant\": \"x\"}"), HEADER));
    }

    @Test
    void aTargetMustBeKnown() {
        assertEquals(List.of("/mapping/fields/colour"), faultsOf("\"colour\": {\"constant\": \"red\"}"));
        assertEquals(List.of("/mapping/fields/a~1b~0c"), faultsOf("\"a/b~c\": {\"constant\": \"red\"}"));
    }

    @Test
    void aSourceIsEitherAColumnOrAConstant() {
        assertEquals(List.of("/mapping/fields/region"), faultsOf("\"region\": {}"));
        assertEquals(List.of("/mapping/fields/region"), faultsOf("\"region\": null"));
        assertEquals(
                List.of("/mapping/fields/region"), faultsOf("\"region\": {\"column\": \"Date\", \"constant\": \"x\"}"));
    }

    @Test
    void aColumnMustBeInTheFile() {
        assertEquals(List.of("/mapping/fields/region/column"), faultsOf("\"region\": {\"column\": \"Region\"}"));
        assertEquals(List.of("/mapping/fields/region/column"), faultsOf("\"region\": {\"column\": 3}"));
        assertEquals(List.of("/mapping/fields/region/column"), faultsOf("\"region\": {\"column\": -1}"));
        assertEquals(List.of("/mapping/fields/region/column"), faultsOf("\"region\": {\"column\": 1.5}"));
        assertEquals(List.of("/mapping/fields/region/column"), faultsOf("\"region\": {\"column\": true}"));
        Mappings.fields(RECEIVED + ", \"reference\": {\"column\": 0}").check(HEADER);
    }

    @Test
    void jsonRowsHaveNoColumnNumbers() {
        assertEquals(
                List.of("/mapping/fields/reference/column"),
                faults(Mappings.fields(RECEIVED + ", \"reference\": {\"column\": 0}"), null));
        Mappings.fields(RECEIVED + ", \"reference\": {\"column\": \"whatever\"}")
                .check(null);
    }

    @Test
    void aPatternBelongsToADateAndMustBeOne() {
        assertEquals(
                List.of("/mapping/fields/region/pattern"),
                faultsOf("\"region\": {\"column\": \"Date\", \"pattern\": \"M/d/yyyy\"}"));
        assertEquals(
                List.of("/mapping/fields/closedAt/pattern"),
                faultsOf("\"closedAt\": {\"column\": \"Date\", \"pattern\": \"jjjj\"}"));
        assertEquals(
                List.of("/mapping/fields/closedAt/pattern"),
                faultsOf("\"closedAt\": {\"constant\": \"2015-01-01\", \"pattern\": \"jjjj\"}"));
    }

    @Test
    void aConstantDateMustExist() {
        assertEquals(
                List.of("/mapping/fields/closedAt/constant"), faultsOf("\"closedAt\": {\"constant\": \"2015-02-30\"}"));
        assertEquals(
                List.of("/mapping/fields/closedAt/otherwise"),
                faultsOf("\"closedAt\": {\"column\": \"Date\", \"pattern\": \"M/d/yyyy\", \"otherwise\": \"never\"}"));
    }

    @Test
    void everyWordOfAVocabularyMustBeKnown() {
        assertEquals(List.of("/mapping/fields/channel/constant"), faultsOf("\"channel\": {\"constant\": \"pigeon\"}"));
        assertEquals(
                List.of("/mapping/fields/timely/otherwise"),
                faultsOf("\"timely\": {\"column\": \"Date\", \"otherwise\": \"maybe\"}"));
        assertEquals(
                List.of("/mapping/fields/disputed/values/N~1A"),
                faultsOf("\"disputed\": {\"column\": \"Date\", \"values\": {\"N/A\": \"perhaps\", \"Yes\": \"yes\"}}"));
    }
}
