package io.huiyin.report.rules;

import io.huiyin.kernel.decide.Refused;
import io.huiyin.report.Report;
import io.huiyin.report.ReportRefusal;
import io.huiyin.report.SectionKey;
import io.huiyin.report.SectionMark;
import java.util.Arrays;
import java.util.List;

/** A report cannot be submitted while one of its six sections is missing, or empty and not marked "none this period" (RPT-02). */
public final class NoSectionLeftEmpty {

    private NoSectionLeftEmpty() {}

    /**
     * Looks at every section.
     *
     * @throws Refused naming those that are left empty
     */
    public static void check(Report.Sheet sheet) {
        List<String> empty = Arrays.stream(SectionKey.values())
                .map(SectionKey::wire)
                .filter(key -> !isDone(key, sheet.sections()))
                .toList();
        if (!empty.isEmpty()) {
            throw new Refused(ReportRefusal.SECTION_LEFT_EMPTY, String.join(", ", empty));
        }
    }

    private static boolean isDone(String key, List<SectionMark> sections) {
        return sections.stream().anyMatch(mark -> mark.key().equals(key) && (mark.filled() || mark.none()));
    }
}
