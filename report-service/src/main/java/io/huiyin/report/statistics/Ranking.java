package io.huiyin.report.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups in the order they are shown in, with what they sum up to.
 *
 * @param total over all groups
 * @param places the groups
 */
public record Ranking(Tally total, List<Place> places) {

    private static final Comparator<@Nullable String> KEY = Comparator.nullsLast(CodePoints.ORDER);

    private static final Comparator<Counted> PARETO =
            Comparator.<Counted>comparingLong(group -> -group.tally().count()).thenComparing(Ranking::byKeys);

    private static final Comparator<Counted> TIME = Comparator.<Counted, @Nullable String>comparing(
                    group -> group.keys().getFirst(), KEY)
            .thenComparing(PARETO);

    /** A group with its share of the total and the share of all groups down to it. */
    public record Place(List<@Nullable String> keys, Tally tally, String share, String cumulativeShare) {}

    /** Largest first, equals by code point of their keys, a blank key last; or in the order of time. */
    public static Ranking of(List<Counted> groups, boolean inTime) {
        List<Counted> ordered = new ArrayList<>(groups);
        ordered.sort(inTime ? TIME : PARETO);
        Tally total = Tally.NONE;
        for (Counted group : ordered) {
            total = total.plus(group.tally());
        }
        List<Place> places = new ArrayList<>(ordered.size());
        long cumulated = 0;
        for (Counted group : ordered) {
            cumulated += group.tally().count();
            places.add(new Place(
                    group.keys(),
                    group.tally(),
                    Percent.of(group.tally().count(), total.count()),
                    Percent.of(cumulated, total.count())));
        }
        return new Ranking(total, places);
    }

    private static int byKeys(Counted one, Counted other) {
        for (int i = 0; i < one.keys().size(); i++) {
            int order = KEY.compare(one.keys().get(i), other.keys().get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
