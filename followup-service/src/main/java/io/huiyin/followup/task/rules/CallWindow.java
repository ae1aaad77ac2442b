package io.huiyin.followup.task.rules;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.calendar.WeeklyHours;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValue.Window;
import java.time.Instant;

/**
 * Customers are called by phone only within {@code fup.callWindow}, and on no holiday where {@code fup.holiday} says none; a day that is
 * worked in its place is a day like others. Other channels disturb nobody and are always open. FUP-27, FUP-28.
 */
public final class CallWindow {

    private static final String KEY = "fup.callWindow";
    private static final String HOLIDAY = "fup.holiday";
    private static final String NO_CALLS = "none";

    private CallWindow() {}

    public static boolean isOpen(String channel, Instant at, Context context) {
        return nextOpening(channel, at, context).equals(at);
    }

    /** The instant itself when he may be contacted then, else the first one after it when he may. */
    public static Instant nextOpening(String channel, Instant at, Context context) {
        PolicyValue.CallWindow window = context.policies().callWindow(KEY);
        if (!channel.equals(ContactChannel.PHONE) || window.windows().isEmpty()) {
            return at;
        }
        WeeklyHours hours = WeeklyHours.on(window.days(), window.windows().toArray(Window[]::new));
        boolean onHolidays = !context.policies().word(HOLIDAY).equals(NO_CALLS);
        BusinessCalendar calls = context.calendar().withHours(hours, onHolidays);
        return calls.nextOpening(at);
    }
}
