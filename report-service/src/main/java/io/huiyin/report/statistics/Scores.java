package io.huiyin.report.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often which score was given. */
public record Scores(List<Given> given) {

    /** Means are told on this scale, which K-14 uses. */
    private static final BigDecimal SCALE = BigDecimal.valueOf(5);

    private static final Comparator<Given> ORDER =
            Comparator.comparing(Given::scale).thenComparing(Given::score);

    public static final Scores NONE = new Scores(List.of());

    /**
     * A score.
     *
     * @param scale its highest value
     * @param count how often it was given
     */
    public record Given(BigDecimal score, BigDecimal scale, long count) {}

    public Scores {
        given = given.stream().sorted(ORDER).toList();
    }

    /** How many scores. */
    public long answers() {
        return given.stream().mapToLong(Given::count).sum();
    }

    /** The mean with two decimals, half-up; scores of other scales are brought to 0–5 first. Null without any. */
    public @Nullable String mean() {
        if (answers() == 0) {
            return null;
        }
        Map<BigDecimal, BigDecimal> sums = new TreeMap<>();
        given.forEach(each ->
                sums.merge(each.scale(), each.score().multiply(BigDecimal.valueOf(each.count())), BigDecimal::add));
        BigDecimal scales = sums.keySet().stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> one : sums.entrySet()) {
            BigDecimal others = scales.divide(one.getKey(), MathContext.UNLIMITED);
            sum = sum.add(one.getValue().multiply(others));
        }
        return sum.multiply(SCALE)
                .divide(scales.multiply(BigDecimal.valueOf(answers())), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
