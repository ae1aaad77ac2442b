package io.huiyin.report.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.report.statistics.Ranking.Place;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static Counted group(long count, @Nullable String... keys) {
        return new Counted(Arrays.asList(keys), new Tally(count, 0, 0, 0, 0));
    }

    private static List<List<@Nullable String>> keys(Ranking ranking) {
        return ranking.places().stream().map(Place::keys).toList();
    }

    @Test
    void theLargestComesFirstAndEqualsByCodePointWithTheBlankLast() {
        Ranking ranking = Ranking.of(
                List.of(group(2, "b"), group(2, (String) null), group(5, "z"), group(2, "a"), group(2, "B")), false);
        assertEquals(
                List.of(List.of("z"), List.of("B"), List.of("a"), List.of("b"), Arrays.asList((String) null)),
                keys(ranking));
    }

    @Test
    void codePointsBeyondTheBasicPlaneComeAfterThoseWithin() {
        String beyond = "\uD83D\uDE00";
        String within = "\uFF21";
        assertTrue(beyond.compareTo(within) < 0, "by UTF-16 units it is the other way round");
        assertEquals(
                List.of(List.of(within), List.of(beyond)),
                keys(Ranking.of(List.of(group(1, beyond), group(1, within)), false)));
        assertTrue(CodePoints.ORDER.compare("\uD83D\uDE00", "\uD83D\uDE01") < 0);
        assertTrue(CodePoints.ORDER.compare("ab", "a") > 0);
        assertEquals(0, CodePoints.ORDER.compare("回音", "回音"));
    }

    @Test
    void sharesAreRoundedHalfUpAndCumulatedFromCounts() {
        // 1/8 of 16 is 12.5 %; 1/3 each would cumulate to 99.99 if the shares were added up.
        Ranking thirds = Ranking.of(List.of(group(1, "a"), group(1, "b"), group(1, "c")), false);
        assertEquals(
                List.of("33.33", "33.33", "33.33"),
                thirds.places().stream().map(Place::share).toList());
        assertEquals(
                List.of("33.33", "66.67", "100.00"),
                thirds.places().stream().map(Place::cumulativeShare).toList());
        Ranking half = Ranking.of(List.of(group(1, "a"), group(799, "b")), false);
        assertEquals("0.13", half.places().getLast().share(), "0.125 rounds up");
        assertEquals("99.88", half.places().getFirst().share(), "99.875 rounds up");
    }

    @Test
    void aTimeComesInItsOrderAndTheOthersByCountWithin() {
        Ranking ranking = Ranking.of(
                List.of(
                        group(1, "2015-02", "a"),
                        group(3, "2015-02", "b"),
                        group(9, "2015-03", "a"),
                        group(2, "2015-01", null)),
                true);
        assertEquals(
                List.of(
                        Arrays.asList("2015-01", null),
                        List.of("2015-02", "b"),
                        List.of("2015-02", "a"),
                        List.of("2015-03", "a")),
                keys(ranking));
        assertEquals(
                List.of("13.33", "33.33", "40.00", "100.00"),
                ranking.places().stream().map(Place::cumulativeShare).toList());
    }

    @Test
    void nothingSumsUpToNothing() {
        Ranking ranking = Ranking.of(List.of(), false);
        assertEquals(0, ranking.total().count());
        assertEquals(List.of(), ranking.places());
    }

    @Test
    void aRateIsOfTheAnswersAlone() {
        Tally tally = new Tally(10, 5, 2, 0, 0);
        assertEquals(new Answered(5, 2, 3, "71.43"), tally.timely());
        assertEquals(new Answered(0, 0, 10, null), tally.disputed());
        assertNull(Tally.NONE.timely().rateOfAnswered());
    }

    @Test
    void aPercentageIsRoundedAwayFromZeroAtFive() {
        assertEquals("0.01", Percent.of(1, 20_000));
        assertEquals("-0.01", Percent.of(-1, 20_000));
        assertEquals("-12.50", Percent.of(-1, 8));
        assertEquals("100.00", Percent.of(7, 7));
        assertEquals("922337203685477580700.00", Percent.of(Long.MAX_VALUE, 1));
    }
}
