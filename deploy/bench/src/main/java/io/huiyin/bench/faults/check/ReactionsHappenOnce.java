package io.huiyin.bench.faults.check;

import io.huiyin.bench.Json;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** G4: what a service does of its own accord about an event it does once, and does it; no rule refuses it. */
final class ReactionsHappenOnce implements Checker.Invariant {

    private static final String NOTED = "complaint-nonconformity-noted";
    private static final String CLOSED = "follow-up-closed";

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.refusedReactions()
                .forEach(refused -> findings.add(Kind.LOST, "G4", "a rule refused a reaction: " + refused));
        Map<String, EventRow> reactions = new HashMap<>();
        Set<String> reacted = new HashSet<>();
        events(evidence).filter(EventRow::isReaction).forEach(row -> {
            // One event may be noted on each of several complaints.
            String what = row.type() + row.causation() + (row.type().equals(NOTED) ? row.stream() : "");
            EventRow before = reactions.putIfAbsent(what, row);
            if (before != null) {
                findings.add(Kind.DOUBLED, "G4", row.causation() + " caused both " + before + " and " + row);
            }
            reacted.add(row.type() + row.causation());
        });
        events(evidence)
                .filter(row -> !evidence.planted().streams().contains(row.stream()))
                .forEach(row -> {
                    List<String> wanted = wanted(row);
                    if (!wanted.isEmpty()
                            && wanted.stream().noneMatch(type -> reacted.contains(type + row.id()))
                            && !rightlyLeftAlone(row, evidence)) {
                        findings.add(Kind.LOST, "G4", row + " caused none of " + wanted);
                    }
                });
    }

    private static Stream<EventRow> events(Evidence evidence) {
        return evidence.events().values().stream().flatMap(List::stream);
    }

    /**
     * A contact closes the earlier one that waits for it. By the time this is considered the earlier one may wait for another one
     * already, its complaint having been reopened; then that one alone closes it. Both must be seen: that it was considered, and that
     * it stood so at some time since.
     */
    private static boolean rightlyLeftAlone(EventRow closed, Evidence evidence) {
        List<EventRow> rows = evidence.events().getOrDefault(closed.service(), List.of());
        if (!closed.type().equals(CLOSED) || !evidence.consideredReactions().contains(closed.id())) {
            return false;
        }
        String earlier = Json.read(closed.data()).path("previousFollowUpId").asText();
        String awaited = "";
        for (EventRow row : rows) {
            if (row.position().isAfter(closed.position()) && !awaited.equals(closed.stream())) {
                return true;
            }
            if (row.stream().equals(earlier)) {
                awaited = switch (row.type()) {
                    case "follow-up-recontact-planned" ->
                        Json.read(row.data()).path("nextFollowUpId").asText();
                    case CLOSED -> "";
                    default -> awaited;
                };
            }
        }
        return !awaited.equals(closed.stream());
    }

    /** Of these at least one must come of it. */
    private static List<String> wanted(EventRow row) {
        return switch (row.type()) {
            case "follow-up-planned" -> List.of("complaint-follow-up-linked");
            case "follow-up-recorded" ->
                Json.read(row.data()).path("dissatisfied").asBoolean() ? List.of("complaint-registered") : List.of();
            case "follow-up-recontact-planned" -> List.of("follow-up-planned", "follow-up-waived");
            case CLOSED -> Json.read(row.data()).hasNonNull("previousFollowUpId") ? List.of(CLOSED) : List.of();
            case "complaint-liability-determined" ->
                Json.read(row.data()).path("nonconformityRequested").asBoolean()
                        ? List.of("nonconformity-reported", "nonconformity-complaint-linked")
                        : List.of();
            case "nonconformity-reported" ->
                Json.read(row.data()).hasNonNull("complaintId") ? List.of(NOTED) : List.of();
            case "nonconformity-verified", "nonconformity-closed" ->
                Json.read(row.data()).path("complaintIds").isEmpty() ? List.of() : List.of(NOTED);
            default -> List.of();
        };
    }
}
