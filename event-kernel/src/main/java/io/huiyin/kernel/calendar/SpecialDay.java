package io.huiyin.kernel.calendar;

import io.huiyin.kernel.policy.PolicyValue.Window;
import java.time.DayOfWeek;
import java.util.List;

/** What a single day is, whatever its week or season says. */
public sealed interface SpecialDay {

    /** Why it is special, such as the name of a holiday. */
    String name();

    /** Not worked: a holiday or a shutdown. A window that began the day before is worked to its end. */
    record Closed(String name) implements SpecialDay {}

    /** Worked in windows of its own. */
    record Working(String name, List<Window> windows) implements SpecialDay {
        public Working {
            if (windows.isEmpty()) {
                throw new IllegalArgumentException(name + ": a day worked needs a window");
            }
            windows = WeeklyHours.checked(name, windows);
        }
    }

    /** Worked as another day of the week is at that time of year: an official make-up workday (调休). */
    record WorkingLike(String name, DayOfWeek day) implements SpecialDay {}
}
