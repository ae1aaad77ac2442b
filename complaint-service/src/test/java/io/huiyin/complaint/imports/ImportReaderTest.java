package io.huiyin.complaint.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.imports.ImportReader.Format;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportReaderTest {

    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("cases"), content);
    }

    private List<ImportRow> rows(Format format, String text) throws IOException {
        List<ImportRow> rows = new ArrayList<>();
        try (ImportReader reader = ImportReader.open(file(text.getBytes(StandardCharsets.UTF_8)), format)) {
            for (ImportRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private ImportRow row(Format format, String text) throws IOException {
        List<ImportRow> rows = rows(format, text);
        assertEquals(1, rows.size());
        return rows.getFirst();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        try (ImportReader reader =
                ImportReader.open(file("\ufeffId,Date\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8)), Format.CSV)) {
            assertEquals(List.of("Id", "Date"), reader.header());
            ImportRow row = reader.next();
            assertNotNull(row);
            assertEquals("1", row.cell("Id"));
            assertEquals("2", row.cell("Date"));
            assertNull(reader.next());
        }
        assertEquals("1", row(Format.NDJSON, "\ufeff{\"Id\":\"1\"}").cell("Id"));
    }

    @Test
    void linesEndInAnyWay() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertEquals(
                    2, rows(Format.CSV, String.join(end, "a,b", "1,2", "3,4")).size());
        }
        List<ImportRow> rows = rows(Format.NDJSON, "{\"a\":\"1\"}\r\n{\"a\":\"2\"}\n");
        assertEquals(
                Arrays.asList("1", "2"), rows.stream().map(row -> row.cell("a")).toList());
    }

    @Test
    void quotesHoldCommasQuotesAndLineBreaks() throws IOException {
        ImportRow row = row(Format.CSV, "a,b,c\r\n\"x, y\",\"he said \"\"no\"\"\",\"one\r\ntwo\"\r\n");
        assertEquals(List.of("x, y", "he said \"no\"", "one\r\ntwo"), row.cells());
        assertNull(row.fault());
    }

    @Test
    void anUnnamedColumnIsFoundByItsIndex() throws IOException {
        ImportRow row = row(Format.CSV, ",Date\n 7 ,2015\n");
        assertEquals("7", row.cell(0));
        assertEquals("2015", row.cell(1));
        assertNull(row.cell(2));
        assertNull(row.cell("Unknown"));
    }

    @Test
    void aBlankCellSaysNothing() throws IOException {
        ImportRow row = row(Format.CSV, "a,b,c\n, \t,x\n");
        assertNull(row.cell("a"));
        assertNull(row.cell("b"));
        assertEquals("x", row.cell("c"));
    }

    @Test
    void aRowWithTooFewOrTooManyCellsIsAtFaultAndTheRestGoesOn() throws IOException {
        List<ImportRow> rows = rows(Format.CSV, "a,b,c\n1,2\n1,2,3\n1,2,3,4\n5,6,7\n");
        assertEquals(
                Arrays.asList("has 2 cells where the header has 3", null, "has 4 cells where the header has 3", null),
                rows.stream().map(ImportRow::fault).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L), rows.stream().map(ImportRow::number).toList());
    }

    @Test
    void blankLinesAreNoRows() throws IOException {
        assertEquals(
                List.of(1L, 2L),
                rows(Format.CSV, "\na,b\n\n1,2\n\n\n3,4\n\n").stream()
                        .map(ImportRow::number)
                        .toList());
        assertEquals(2, rows(Format.NDJSON, "\n{\"a\":1}\n  \n{\"a\":2}\n\n").size());
        assertEquals(List.of(), rows(Format.NDJSON, "\n \n"));
    }

    @Test
    void anEmptyFileHasNoHeader() throws IOException {
        try (ImportReader reader = ImportReader.open(file(new byte[0]), Format.CSV)) {
            assertEquals(List.of(), reader.header());
            assertNull(reader.next());
        }
    }

    @Test
    void textAfterAClosingQuoteEndsTheFile() throws IOException {
        try (ImportReader reader =
                ImportReader.open(file("a,b\n1,2\n\"x\"y,3\n".getBytes(StandardCharsets.UTF_8)), Format.CSV)) {
            assertNotNull(reader.next());
            ImportReader.UnreadableFile failure = assertThrows(ImportReader.UnreadableFile.class, reader::next);
            assertTrue(String.valueOf(failure.getMessage()).startsWith("after row 1: "), failure.getMessage());
        }
    }

    @Test
    void anotherEncodingIsRefused() throws IOException {
        Path gbk = file("编号,日期\n1,2\n".getBytes(Charset.forName("GBK")));
        assertThrows(IOException.class, () -> ImportReader.open(gbk, Format.CSV).close());
    }

    @Test
    void aWrongByteFarInTheFileEndsItThere() throws IOException {
        byte[] good = ("a,b\n" + "1,2\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(good, good.length + 1);
        content[good.length] = (byte) 0xff;
        try (ImportReader reader = ImportReader.open(file(content), Format.CSV)) {
            ImportReader.UnreadableFile failure = assertThrows(ImportReader.UnreadableFile.class, () -> {
                while (reader.next() != null) {
                    assertTrue(reader.bytesRead() > 0);
                }
            });
            assertTrue(String.valueOf(failure.getMessage()).endsWith("is not UTF-8 text"), failure.getMessage());
        }
    }

    @Test
    void plainJsonValuesAreCells() throws IOException {
        ImportRow row = row(
                Format.NDJSON, "{\"a\":\"甲\",\"n\":12345678901234567890,\"d\":1.10,\"t\":true,\"z\":null,\"e\":\"\"}");
        assertEquals("甲", row.cell("a"));
        assertEquals("12345678901234567890", row.cell("n"));
        assertEquals("1.10", row.cell("d"));
        assertEquals("true", row.cell("t"));
        assertNull(row.cell("z"));
        assertNull(row.cell("e"));
        assertNull(row.cell("other"));
        assertNull(row.fault());
    }

    @Test
    void aLineThatIsNoPlainObjectIsAtFaultAndTheRestGoesOn() throws IOException {
        List<ImportRow> rows = rows(Format.NDJSON, """
                {"a":1
                [1,2]
                "text"
                {"a":{"b":1}}
                {"a":[1]}
                {"a":1,"a":2}
                {"a":1} trailing
                {"a":1}
                """);
        assertEquals(
                Arrays.asList(
                        "is not JSON",
                        "is no JSON object",
                        "is no JSON object",
                        "\"a\" is no plain value",
                        "\"a\" is no plain value",
                        "is not JSON",
                        "is not JSON",
                        null),
                rows.stream().map(ImportRow::fault).toList());
        assertEquals(8, rows.getLast().number());
    }

    @Test
    void aLineThatIsTooLongIsAtFaultAndTheRestGoesOn() throws IOException {
        List<ImportRow> rows = rows(Format.NDJSON, "{\"a\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}\n{\"a\":\"1\"}\n");
        assertEquals("is longer than 4 MiB", rows.getFirst().fault());
        assertNull(rows.getLast().fault());
    }

    @Test
    void rowsAreEqualByWhatTheySay() throws IOException {
        List<ImportRow> rows = rows(Format.CSV, "a,b\n1,2\n\"1\",\"2\"\n12,\n,12\n1,3\n");
        assertEquals(rows.get(0).hash(), rows.get(1).hash());
        assertEquals(4, rows.stream().map(ImportRow::hash).distinct().count());
    }

    @Test
    void namesBelongToWhatAJsonRowSays() throws IOException {
        List<ImportRow> rows = rows(
                Format.NDJSON, "{\"a\":\"1\",\"b\":\"2\"}\n{\"b\":\"2\", \"a\":\"1\"}\n{\"a\":\"1\",\"c\":\"2\"}\n");
        assertEquals(rows.get(0).hash(), rows.get(1).hash());
        assertNotEquals(rows.get(0).hash(), rows.get(2).hash());
    }
}
