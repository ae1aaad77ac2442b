package io.huiyin.report.content;

import io.huiyin.report.Inputs;
import io.huiyin.report.statistics.Counted;
import io.huiyin.report.statistics.Dimension;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What was counted for a monthly report, all in one snapshot.
 *
 * @param byEach the month's complaints by each dimension
 * @param byMonth the complaints of the months of the trend
 */
public record MonthlyFigures(
        YearMonth month,
        ZoneId zone,
        Map<Dimension, List<Counted>> byEach,
        List<Counted> byMonth,
        Map<String, String> computedFrom,
        Inputs inputs) {}
