package io.huiyin.report.statistics;

import java.util.Comparator;

/** The order of texts by code point, the same everywhere; {@link String#compareTo} goes by UTF-16 units instead. */
public final class CodePoints {

    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String one, String other) {
        int end = Math.min(one.length(), other.length());
        for (int i = 0; i < end; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return Integer.compare(pointAt(one, i), pointAt(other, i));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** The code point whose unit stands there, also when it is its second unit. */
    private static int pointAt(String text, int index) {
        boolean second = Character.isLowSurrogate(text.charAt(index))
                && index > 0
                && Character.isHighSurrogate(text.charAt(index - 1));
        return text.codePointAt(second ? index - 1 : index);
    }
}
