package io.huiyin.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoAroundIt() {
        assertEquals(2, Figures.median(List.of(9.0, 1.0, 2.0)));
        assertEquals(3, Figures.median(List.of(4.0, 1.0, 2.0, 9.0)));
    }

    @Test
    void noMoreDigitsAreShownThanCount() {
        assertEquals("12,346", Figures.of(12_345.6));
        assertEquals("123", Figures.of(123.4));
        assertEquals("12.3", Figures.of(12.34));
        assertEquals("0.12", Figures.of(0.123));
        assertEquals("0.012", Figures.of(0.0123));
        assertEquals("7", Figures.of(7));
        assertEquals("-", Figures.of(Double.NaN));
    }

    @Test
    void aTargetIsComparedWithTheMedianOrItsRatioToTheControls() {
        Metric metric = new Metric("s", "n", "ms", List.of(3.0, 8.0, 4.0), List.of(1.0, 2.0, 9.0), null);
        assertEquals(2.0, metric.ratio());
        assertEquals(true, Target.atMost(4, "ms").isMetBy(metric));
        assertEquals(false, Target.atMost(3.9, "ms").isMetBy(metric));
        assertEquals(true, Target.atMostOfControl(2).isMetBy(metric));
        assertEquals(false, Target.atLeastOfControl(2.1).isMetBy(metric));
        assertEquals(0.5, Target.atMost(8, "ms").share(metric));
        assertEquals(4.0, Target.atLeastOfControl(0.5).share(metric));
    }

    @Test
    void whatHasNoControlMeetsNoRatio() {
        Metric metric = new Metric("s", "n", "ms", List.of(3.0), List.of(), null);
        assertEquals(false, Target.atMostOfControl(2).isMetBy(metric));
        assertEquals(false, Target.atLeastOfControl(0).isMetBy(metric));
    }
}
