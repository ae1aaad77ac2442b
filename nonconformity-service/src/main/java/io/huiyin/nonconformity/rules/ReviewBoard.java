package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.decide.FieldFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A review has at least one member, each named once, and nobody but its members says an opinion in it. NCR-20. */
public final class ReviewBoard {

    private ReviewBoard() {}

    /** What is wrong with a list of members. */
    public static List<FieldFault> faults(List<String> members) {
        if (members.isEmpty()) {
            return List.of(new FieldFault("/members", "must name at least one member"));
        }
        List<FieldFault> faults = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            String member = members.get(i);
            if (member.isBlank()) {
                faults.add(new FieldFault("/members/" + i, "must be given"));
            } else if (!named.add(member)) {
                faults.add(new FieldFault("/members/" + i, "is named more than once"));
            }
        }
        return faults;
    }

    public static boolean isMember(String subject, List<String> members) {
        return members.contains(subject);
    }
}
