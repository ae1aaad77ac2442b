package io.huiyin.report;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.report.rules.MonthlyPeriod;
import io.huiyin.report.rules.QuarterlyPeriod;
import io.huiyin.report.rules.YearlyPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * A calendar month, quarter or year.
 *
 * @param first its first month
 */
public record ReportPeriod(Length length, YearMonth first) {

    /** How long, in months. */
    public enum Length {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Length(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }

        /** The period of this length that a month lies in. */
        public ReportPeriod around(YearMonth month) {
            return new ReportPeriod(this, month.minusMonths((month.getMonthValue() - 1) % months));
        }
    }

    /**
     * Reads {@code 2015-01}, {@code 2015-Q1} or {@code 2015}.
     *
     * @throws InvalidInput naming {@code /period} when it is none of them
     */
    public static ReportPeriod of(String text) {
        if (text.indexOf('Q') >= 0) {
            return QuarterlyPeriod.of(text);
        }
        return text.indexOf('-') >= 0 ? new ReportPeriod(Length.MONTH, MonthlyPeriod.of(text)) : YearlyPeriod.of(text);
    }

    public YearMonth last() {
        return first.plusMonths(length.months() - 1L);
    }

    /** The first day. */
    public LocalDate from() {
        return first.atDay(1);
    }

    /** The day after the last. */
    public LocalDate to() {
        return first.plusMonths(length.months()).atDay(1);
    }

    public ReportPeriod previous() {
        return new ReportPeriod(length, first.minusMonths(length.months()));
    }

    /** So many periods up to this one, the earliest first. */
    public List<ReportPeriod> andBefore(int count) {
        return Stream.iterate(this, ReportPeriod::previous)
                .limit(count)
                .toList()
                .reversed();
    }

    /** As requests and answers write it. */
    @Override
    public String toString() {
        return switch (length) {
            case MONTH -> first.toString();
            case QUARTER -> "%04d-Q%d".formatted(first.getYear(), (first.getMonthValue() + 2) / 3);
            case YEAR -> "%04d".formatted(first.getYear());
        };
    }
}
