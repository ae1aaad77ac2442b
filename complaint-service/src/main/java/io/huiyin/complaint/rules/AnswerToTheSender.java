package io.huiyin.complaint.rules;

import io.huiyin.kernel.decide.FieldFault;
import java.util.ArrayList;
import java.util.List;

/** An entry that is not genuine closes only with a reason and an answer to its sender. CMP-06. */
public final class AnswerToTheSender {

    private AnswerToTheSender() {}

    public static List<FieldFault> faults(String reason, String answer) {
        List<FieldFault> faults = new ArrayList<>();
        if (reason.isBlank()) {
            faults.add(new FieldFault("/reason", "must be given"));
        }
        if (answer.isBlank()) {
            faults.add(new FieldFault("/answer", "must be given"));
        }
        return faults;
    }
}
