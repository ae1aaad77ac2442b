package io.huiyin.report.page;

import java.util.List;

/**
 * A small table: the first column holds words, the others numbers.
 *
 * @param columns their headings
 */
public record Cells(String heading, List<String> columns, List<Line> lines) {

    /**
     * One line.
     *
     * @param fullName where the name is shortened
     * @param rest whether it sums up what is not listed
     */
    public record Line(String name, String fullName, List<String> numbers, boolean rest) {}
}
