package io.huiyin.report.page;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A vertical axis from zero with round steps.
 *
 * @param step between two lines
 * @param steps how many
 */
record Scale(long step, int steps) {

    private static final int MOST_STEPS = 5;

    /** The axis that holds all values up to a greatest one. */
    static Scale upTo(long greatest) {
        long unit = 1;
        while (true) {
            for (long factor : List.of(1L, 2L, 5L)) {
                long step = factor * unit;
                if (step * MOST_STEPS >= greatest) {
                    return new Scale(step, (int) Math.max(1, (greatest + step - 1) / step));
                }
            }
            unit *= 10;
        }
    }

    long top() {
        return step * steps;
    }

    List<Long> marks() {
        return LongStream.rangeClosed(0, steps).mapToObj(place -> place * step).toList();
    }
}
