package io.huiyin.kernel.policy;

import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import io.huiyin.kernel.policy.WorkingWeek.Special;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the special days of a calendar, in the notation of calendar files. */
final class SpecialDayReading {

    private SpecialDayReading() {}

    static List<Special> days(Located at) {
        Set<LocalDate> taken = new HashSet<>();
        return at.list(entry -> {
            Special special = special(entry);
            special.dates().forEach(date -> {
                if (!taken.add(date)) {
                    throw new IllegalArgumentException(date + " is a special day already");
                }
            });
            return special;
        });
    }

    private static Special special(Located at) {
        at.hasOnly("date", "from", "to", "closed", "working", "like", "name");
        SpecialDay what = what(at);
        if (!at.has("date")) {
            return new Special(date(at.at("from")), date(at.at("to")), what);
        }
        if (at.has("from") || at.has("to")) {
            throw new IllegalArgumentException("has either a date, or from and to");
        }
        return Special.on(date(at.at("date")), what);
    }

    private static SpecialDay what(Located at) {
        List<String> kinds =
                List.of("closed", "working", "like").stream().filter(at::has).toList();
        if (kinds.size() != 1) {
            throw new IllegalArgumentException("is exactly one of closed, working, like");
        }
        if (at.has("closed")) {
            if (at.has("name")) {
                throw new IllegalArgumentException("closed tells the name");
            }
            return new SpecialDay.Closed(at.at("closed").text());
        }
        String name = at.at("name").text();
        return at.has("like")
                ? new SpecialDay.WorkingLike(name, at.at("like").word(DayOfWeek.values()))
                : new SpecialDay.Working(name, ValueReading.windows(at.at("working")));
    }

    /** Null, and noted, when they are none. */
    static @Nullable Years years(Located at) {
        at.hasOnly("first", "last");
        return at.made(() -> new Years(at.at("first").whole(), at.at("last").whole()));
    }

    private static LocalDate date(Located at) {
        return at.parsed(LocalDate::parse, LocalDate.EPOCH, "must be a date that exists, such as 2026-10-01");
    }
}
