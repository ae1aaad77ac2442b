package io.huiyin.followup.task.rules;

import io.huiyin.followup.task.Issue;
import io.huiyin.followup.task.Satisfaction;
import io.huiyin.kernel.decide.FieldFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record holds the customer's rating or what is still wrong, and of a dissatisfied one his opinion in his own words or what is
 * wrong. FUP-35.
 */
public final class OriginalWording {

    private OriginalWording() {}

    public static List<FieldFault> faults(
            @Nullable Satisfaction satisfaction, @Nullable String opinions, List<Issue> issues, boolean dissatisfied) {
        if (satisfaction == null && issues.isEmpty()) {
            return List.of(new FieldFault("/satisfaction", "must be given where no issue is"));
        }
        return dissatisfied && issues.isEmpty() && (opinions == null || opinions.isBlank())
                ? List.of(new FieldFault("/opinions", "must say why the customer is dissatisfied, or issues must"))
                : List.of();
    }
}
