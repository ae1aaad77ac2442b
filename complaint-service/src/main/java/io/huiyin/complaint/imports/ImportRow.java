package io.huiyin.complaint.imports;

import io.huiyin.kernel.command.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, parsed.
 *
 * @param number from 1, the header not counted
 * @param names of the columns
 * @param ownNames whether the row itself names them (NDJSON), not a header
 * @param cells beside them; null or blank where nothing is given
 * @param fault why the row cannot be read, or null
 */
record ImportRow(
        long number,
        List<String> names,
        boolean ownNames,
        List<@Nullable String> cells,
        @Nullable String fault) {

    /** The cell of a column by name or index, null when it is blank or not there. */
    @Nullable
    String cell(Object column) {
        int index = column instanceof Integer place ? place : names.indexOf(String.valueOf(column));
        if (index < 0 || index >= cells.size()) {
            return null;
        }
        String cell = cells.get(index);
        return cell == null || cell.isBlank() ? null : cell.strip();
    }

    /**
     * The first 128 bits of SHA-256 over the parsed cells: equal rows have equal hashes. A row that names its own columns says
     * something else when it names them otherwise.
     */
    UUID hash() {
        MessageDigest digest = Fingerprint.sha256();
        if (ownNames) {
            digest.update(String.join("\u001e", names).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0x1d);
        }
        for (String cell : cells) {
            digest.update(cell == null ? new byte[0] : cell.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0x1f);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }
}
