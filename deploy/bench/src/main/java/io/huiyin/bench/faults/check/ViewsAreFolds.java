package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Json;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** I5: each view shows what the events come to, every row of it and no other. */
public final class ViewsAreFolds implements Checker.Invariant {

    /** A new fold of each view. */
    public static List<Fold> folds() {
        return List.of(
                new ComplaintListFold(),
                new CustomerComplaintFold(),
                new CustomerFold(),
                new WorklistFold(),
                new ChainFold(),
                new AgentDayFold(),
                new LotComplaintFold(),
                new LotFold(),
                new NonconformityListFold(),
                new HoldFold(),
                new ComplaintFactFold(),
                new FollowUpFactFold(),
                new NonconformityFactFold(),
                new DispositionFactFold(),
                new ImprovementActionFold(),
                new BrokenVersions("complaint_fact", "complaint_id"),
                new BrokenVersions("follow_up_fact", "follow_up_id"),
                new BrokenVersions("nonconformity_fact", "nonconformity_id"),
                new BrokenVersions("nonconformity_disposition_fact", "disposition_id"),
                new BrokenVersions("improvement_action_version", "action_id"));
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        List<Fold> folds = folds();
        for (Service service : Service.values()) {
            for (EventRow row : evidence.events().getOrDefault(service, List.of())) {
                if (!evidence.planted().streams().contains(row.stream())) {
                    JsonNode data = Json.read(row.data());
                    folds.forEach(fold -> fold.take(row, data));
                }
            }
        }
        for (Fold fold : folds) {
            Map<String, Map<String, String>> shown = evidence.rows().get(fold.name());
            if (shown != null) {
                compare(fold, fold.rows(), shown, findings);
            }
        }
    }

    private static void compare(
            Fold fold,
            Map<String, Map<String, String>> wanted,
            Map<String, Map<String, String>> shown,
            Findings findings) {
        TreeSet<String> keys = new TreeSet<>(wanted.keySet());
        keys.addAll(shown.keySet());
        for (String key : keys) {
            Map<String, String> row = shown.get(key);
            Map<String, String> folded = wanted.get(key);
            if (row == null) {
                findings.add(Kind.LOST, "I5", fold.name() + " does not show " + key + " " + folded);
            } else if (folded == null) {
                findings.add(Kind.WRONG, "I5", fold.name() + " shows " + key + " " + row + ", which no event tells of");
            } else if (!row.equals(folded)) {
                row.forEach((column, value) -> {
                    if (!value.equals(folded.get(column))) {
                        findings.add(
                                Kind.WRONG,
                                "I5",
                                fold.name() + " " + key + " shows " + column + " " + value + " instead of "
                                        + folded.get(column));
                    }
                });
            }
        }
    }
}
