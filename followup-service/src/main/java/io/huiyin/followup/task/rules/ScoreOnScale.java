package io.huiyin.followup.task.rules;

import io.huiyin.followup.task.Satisfaction;
import io.huiyin.kernel.decide.FieldFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A score lies on its scale, from 0 (terrible) to the top (very satisfied, would recommend). FUP-32. */
public final class ScoreOnScale {

    private ScoreOnScale() {}

    public static List<FieldFault> faults(@Nullable Satisfaction satisfaction) {
        if (satisfaction == null) {
            return List.of();
        }
        if (satisfaction.scale() <= 0) {
            return List.of(new FieldFault("/satisfaction/scale", "must be above 0"));
        }
        return satisfaction.score() < 0 || satisfaction.score() > satisfaction.scale()
                ? List.of(new FieldFault("/satisfaction/score", "must lie between 0 and " + satisfaction.scale()))
                : List.of();
    }
}
