package io.huiyin.followup.task.views.agentday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an agent did on a day of the business zone.
 *
 * @param key agent and day
 */
public record AgentDayRow(String key, String agent, LocalDate day, Hours hours) {

    /** What was done, by hour; hours without any are left out. */
    record Hours(List<Hour> list) {}

    /** What was done within one hour, counted from 0. */
    public record Hour(int hour, int claims, int attempts, int reached, int recorded, int dissatisfied) {

        static Hour none(int hour) {
            return new Hour(hour, 0, 0, 0, 0, 0);
        }

        Hour plus(Hour other) {
            return new Hour(
                    hour,
                    claims + other.claims,
                    attempts + other.attempts,
                    reached + other.reached,
                    recorded + other.recorded,
                    dissatisfied + other.dissatisfied);
        }
    }

    static String key(String agent, LocalDate day) {
        return agent + "|" + day;
    }

    static AgentDayRow none(String agent, LocalDate day) {
        return new AgentDayRow(key(agent, day), agent, day, new Hours(List.of()));
    }

    AgentDayRow at(int hour, UnaryOperator<Hour> change) {
        List<Hour> changed = new ArrayList<>();
        Hour before = Hour.none(hour);
        for (Hour each : hours.list()) {
            if (each.hour() == hour) {
                before = each;
            } else {
                changed.add(each);
            }
        }
        changed.add(change.apply(before));
        changed.sort((one, other) -> Integer.compare(one.hour(), other.hour()));
        return new AgentDayRow(key, agent, day, new Hours(List.copyOf(changed)));
    }
}
