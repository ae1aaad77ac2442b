package io.huiyin.complaint.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.huiyin.kernel.event.EventJson;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a file row by row, however large it is. */
abstract sealed class ImportReader implements AutoCloseable {

    /** What a file may hold. */
    enum Format {
        CSV,
        NDJSON
    }

    private final Counting bytes;
    private long rows;

    private ImportReader(Counting bytes) {
        this.bytes = bytes;
    }

    static ImportReader open(Path file, Format format) throws IOException {
        Counting bytes = new Counting(Files.newInputStream(file));
        // An honest decoder: text in another encoding is refused, not filled with question marks.
        Reader text = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        BufferedReader reader = new BufferedReader(text, 1 << 16);
        try {
            reader.mark(1);
            if (reader.read() != '\ufeff') {
                reader.reset();
            }
            return switch (format) {
                case CSV -> new Csv(bytes, reader);
                case NDJSON -> new Ndjson(bytes, reader);
            };
        } catch (IOException | UnreadableFile e) {
            reader.close();
            throw e;
        }
    }

    /** The names of the columns; null where each row names its own. */
    abstract @Nullable List<String> header();

    /**
     * The next row, or null at the end.
     *
     * @throws UnreadableFile when the file cannot be read any further
     */
    final @Nullable ImportRow next() {
        try {
            ImportRow row = read(rows + 1);
            if (row != null) {
                rows++;
            }
            return row;
        } catch (CsvParseException e) {
            throw new UnreadableFile("after row " + rows + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UnreadableFile("after row " + rows + ": is not UTF-8 text", e);
        } catch (UncheckedIOException e) {
            throw new UnreadableFile("after row " + rows + ": is not UTF-8 text", e);
        }
    }

    abstract @Nullable ImportRow read(long number) throws IOException;

    /** How much of the file has been read. */
    final long bytesRead() {
        return bytes.count;
    }

    @Override
    public abstract void close() throws IOException;

    /** The file cannot be read to its end. */
    static final class UnreadableFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableFile(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static final class Csv extends ImportReader {
        private final CsvReader<CsvRecord> reader;
        private final CloseableIterator<CsvRecord> records;
        private final List<String> header;

        private Csv(Counting bytes, Reader text) {
            super(bytes);
            reader = CsvReader.builder()
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text);
            records = reader.iterator();
            try {
                header = records.hasNext() ? List.copyOf(records.next().getFields()) : List.of();
            } catch (CsvParseException e) {
                throw new UnreadableFile("the header: " + e.getMessage(), e);
            } catch (UncheckedIOException e) {
                throw new UnreadableFile("the header: is not UTF-8 text", e);
            }
        }

        @Override
        List<String> header() {
            return header;
        }

        @Override
        @Nullable
        ImportRow read(long number) {
            if (!records.hasNext()) {
                return null;
            }
            List<String> cells = records.next().getFields();
            String fault = cells.size() == header.size()
                    ? null
                    : "has " + cells.size() + " cells where the header has " + header.size();
            return new ImportRow(number, header, false, new ArrayList<>(cells), fault);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static final class Ndjson extends ImportReader {
        /** Longer lines are no rows. */
        private static final int MAX_LINE = 4 * 1024 * 1024;

        /** Numbers stay as they were written. */
        private static final ObjectReader EXACT = EventJson.strictly()
                .reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

        private final BufferedReader lines;

        private Ndjson(Counting bytes, BufferedReader lines) {
            super(bytes);
            this.lines = lines;
        }

        @Override
        @Nullable
        List<String> header() {
            return null;
        }

        @Override
        @Nullable
        ImportRow read(long number) throws IOException {
            StringBuilder line = new StringBuilder();
            boolean tooLong = false;
            int next = lines.read();
            while (next != -1) {
                if (next == '\n') {
                    if (!line.toString().isBlank() || tooLong) {
                        break;
                    }
                    line.setLength(0);
                } else if (line.length() < MAX_LINE) {
                    line.append((char) next);
                } else {
                    tooLong = true;
                }
                next = lines.read();
            }
            if (line.toString().isBlank()) {
                return null;
            }
            return tooLong
                    ? new ImportRow(number, List.of(), true, List.of(line.toString()), "is longer than 4 MiB")
                    : row(number, line.toString());
        }

        private static ImportRow row(long number, String line) {
            TreeMap<String, @Nullable String> cells = new TreeMap<>();
            String fault = null;
            try {
                JsonNode node = EXACT.readTree(line);
                if (!node.isObject()) {
                    return new ImportRow(number, List.of(), true, List.of(line), "is no JSON object");
                }
                for (var field : node.properties()) {
                    if (field.getValue().isContainerNode()) {
                        fault = "\"" + field.getKey() + "\" is no plain value";
                    }
                    cells.put(
                            field.getKey(),
                            field.getValue().isNull() ? null : field.getValue().asText());
                }
            } catch (JsonProcessingException e) {
                return new ImportRow(number, List.of(), true, List.of(line), "is not JSON");
            }
            return new ImportRow(number, List.copyOf(cells.keySet()), true, new ArrayList<>(cells.values()), fault);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        private Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                add(1);
            }
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                add(read);
            }
            return read;
        }

        private void add(int read) {
            count += read;
        }
    }
}
