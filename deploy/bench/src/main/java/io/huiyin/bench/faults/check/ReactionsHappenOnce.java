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

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.refusedReactions()
                .forEach(refused -> findings.add(Kind.LOST, "G4", "a rule refused a reaction: " + refused));
        Map<String, EventRow> reactions = new HashMap<>();
        Set<String> reacted = new HashSet<>();
        events(evidence).filter(row -> !row.wasAskedFor()).forEach(row -> {
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
                    if (!wanted.isEmpty() && wanted.stream().noneMatch(type -> reacted.contains(type + row.id()))) {
                        findings.add(Kind.LOST, "G4", row + " caused none of " + wanted);
                    }
                });
    }

    private static Stream<EventRow> events(Evidence evidence) {
        return evidence.events().values().stream().flatMap(List::stream);
    }

    /** Of these at least one must come of it. */
    private static List<String> wanted(EventRow row) {
        return switch (row.type()) {
            case "follow-up-planned" -> List.of("complaint-follow-up-linked");
            case "follow-up-recorded" ->
                Json.read(row.data()).path("dissatisfied").asBoolean() ? List.of("complaint-registered") : List.of();
            case "follow-up-recontact-planned" -> List.of("follow-up-planned", "follow-up-waived");
            case "follow-up-closed" ->
                Json.read(row.data()).hasNonNull("previousFollowUpId") ? List.of("follow-up-closed") : List.of();
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
