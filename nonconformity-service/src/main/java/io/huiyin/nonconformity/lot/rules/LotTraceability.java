package io.huiyin.nonconformity.lot.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A complaint is found from the lot and from the serial number it names, from each of them, and from nothing it no longer names
 * (X-16).
 */
public final class LotTraceability {

    private LotTraceability() {}

    /** What can be traced. */
    public enum Kind {
        LOT("lot:"),
        SERIAL_NUMBER("serial:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** Its name on the wire. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The key of what carries this name; null when nothing is named. */
        public @Nullable String key(@Nullable String named) {
            return named == null || named.isBlank() ? null : prefix + named.strip();
        }
    }

    /** What kind of thing a key belongs to. */
    public static Kind kind(String key) {
        return key.startsWith(Kind.SERIAL_NUMBER.prefix) ? Kind.SERIAL_NUMBER : Kind.LOT;
    }

    /** The lot or serial number of a key. */
    public static String value(String key) {
        return key.substring(kind(key).prefix.length());
    }
}
