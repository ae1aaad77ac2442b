package io.huiyin.report.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How often a yes-or-no question was answered, and how.
 *
 * @param unknown not answered, or not yet
 * @param rateOfAnswered yes in percent of the answers; null without any
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Answered(
        long yes, long no, long unknown, @Nullable String rateOfAnswered) {

    static Answered of(long yes, long no, long asked) {
        return new Answered(yes, no, asked - yes - no, yes + no == 0 ? null : Percent.of(yes, yes + no));
    }
}
