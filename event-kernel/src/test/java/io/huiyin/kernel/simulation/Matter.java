package io.huiyin.kernel.simulation;

import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.event.EventName;
import java.util.List;

/** What the runs are about: matters that are told, asked about and answered. */
public final class Matter {

    public static final String TOPIC = "matter-events";
    public static final String ASKED = "matter-asked";

    private Matter() {}

    /** Facts about one matter. */
    public sealed interface Event {

        @EventName("matter-told")
        record Told(String text) implements Event {}

        /** Wants an answer: a policy gives it. */
        @EventName(ASKED)
        record Asked(String matter) implements Event {}

        @EventName("matter-answered")
        record Answered() implements Event {}
    }

    /** What the policy asks for. */
    public record Answer() {}

    /** Answers whenever it is asked to, as often as it is: whoever asks must count. */
    public static final class Answering implements Decider<Answer, Integer, Event> {

        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public List<Event> decide(Answer command, Integer answers, Context context) {
            return List.of(new Event.Answered());
        }

        @Override
        public Integer evolve(Integer answers, Event event) {
            return switch (event) {
                case Event.Told e -> answers;
                case Event.Asked e -> answers;
                case Event.Answered e -> answers + 1;
            };
        }
    }
}
