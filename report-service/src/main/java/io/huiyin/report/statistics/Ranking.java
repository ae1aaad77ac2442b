package io.huiyin.report.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of complaints in the order they are shown in, with what they sum up to.
 *
 * @param total over all groups
 * @param places the groups
 */
public record Ranking(Tally total, List<Place> places) {

    /** A group with its share of the total and the share of all groups down to it. */
    public record Place(List<@Nullable String> keys, Tally tally, String share, String cumulativeShare) {}

    /** Largest first, equals by code point of their keys, a blank key last; or in the order of time. */
    public static Ranking of(List<Counted> groups, boolean inTime) {
        List<Pareto.Group<Tally>> counted = groups.stream()
                .map(group -> new Pareto.Group<>(group.keys(), group.tally().count(), group.tally()))
                .toList();
        Tally total = groups.stream().map(Counted::tally).reduce(Tally.NONE, Tally::plus);
        List<Place> places = Pareto.places(counted, inTime).stream()
                .map(place -> new Place(place.keys(), place.value(), place.share(), place.cumulativeShare()))
                .toList();
        return new Ranking(total, places);
    }
}
