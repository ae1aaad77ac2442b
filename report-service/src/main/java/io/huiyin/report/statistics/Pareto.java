package io.huiyin.report.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order groups are shown in, and their shares. */
public final class Pareto {

    private static final Comparator<@Nullable String> KEY = Comparator.nullsLast(CodePoints.ORDER);

    private static final Comparator<Group<?>> LARGEST_FIRST =
            Comparator.<Group<?>>comparingLong(group -> -group.count()).thenComparing(Pareto::byKeys);

    private static final Comparator<Group<?>> IN_TIME = Comparator.<Group<?>, @Nullable String>comparing(
                    group -> group.keys().getFirst(), KEY)
            .thenComparing(LARGEST_FIRST);

    private Pareto() {}

    /**
     * What shares some keys.
     *
     * @param keys one per dimension; null where it is blank
     * @param count what it is ordered and shared out by
     * @param value all that was counted of it
     */
    public record Group<T>(List<@Nullable String> keys, long count, T value) {}

    /** A group with its share of the sum of all groups, and the share of all groups down to it. */
    public record Place<T>(List<@Nullable String> keys, T value, String share, String cumulativeShare) {}

    /** Largest first, equals by code point of their keys, a blank key last; or in the order of time. */
    public static <T> List<Place<T>> places(List<Group<T>> groups, boolean inTime) {
        List<Group<T>> ordered = new ArrayList<>(groups);
        ordered.sort(inTime ? IN_TIME : LARGEST_FIRST);
        long total = ordered.stream().mapToLong(Group::count).sum();
        List<Place<T>> places = new ArrayList<>(ordered.size());
        long cumulated = 0;
        for (Group<T> group : ordered) {
            cumulated += group.count();
            places.add(new Place<>(
                    group.keys(), group.value(), Percent.ofAny(group.count(), total), Percent.ofAny(cumulated, total)));
        }
        return places;
    }

    private static int byKeys(Group<?> one, Group<?> other) {
        for (int i = 0; i < one.keys().size(); i++) {
            int order = KEY.compare(one.keys().get(i), other.keys().get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
