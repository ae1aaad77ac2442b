package io.huiyin.kernel.policy;

import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Windows of the day that have a name: shifts, or the window of each season. None at all means that there are no such hours. */
public record Shifts(List<Shift> shifts) implements PolicyValue {

    public Shifts {
        shifts = List.copyOf(shifts);
        if (shifts.stream().map(Shift::name).distinct().count() < shifts.size()) {
            throw new IllegalArgumentException("the name of a shift stands twice");
        }
        List<MonthDay> starts =
                shifts.stream().map(Shift::from).filter(Objects::nonNull).toList();
        if (!starts.isEmpty() && starts.size() < shifts.size()) {
            throw new IllegalArgumentException("either all shifts begin on a day of the year or none");
        }
        if (!starts.equals(starts.stream().distinct().sorted().toList())) {
            throw new IllegalArgumentException("seasons must follow each other in the year");
        }
    }

    /**
     * One of them.
     *
     * @param from the day of each year from which it holds, until the next one's; null when it always does
     */
    public record Shift(
            String name, Window window, @Nullable MonthDay from) {}
}
