package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Json;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.Entry;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** I1: what was acknowledged is in the event table, once, and says what was asked; what was refused is not there. */
final class AcknowledgedOnce implements Checker.Invariant {

    /** Who asks for a task gets the one he holds, and a lease may last as long already. */
    private static final List<String> MAY_CHANGE_NOTHING = List.of("/claim-next", "/renew");
    /** Members that say which event it becomes, not what stands in it. */
    private static final Set<String> VERDICTS = Set.of("decision", "result");

    @Override
    public void check(Evidence evidence, Findings findings) {
        Effects effects = new Effects(evidence);
        for (Entry entry : evidence.ledger()) {
            Entry.Try outcome = entry.outcome();
            if (outcome == null) {
                continue;
            }
            if (outcome.isAcknowledged()) {
                acknowledged(entry, outcome, effects, findings);
            } else if (!effects.of(entry).isEmpty()) {
                findings.add(
                        Kind.UNTRUE,
                        "I1",
                        entry + " was refused (" + outcome.status() + " " + outcome.text() + ") but took effect: "
                                + effects.of(entry));
            }
        }
    }

    private static void acknowledged(Entry entry, Entry.Try outcome, Effects effects, Findings findings) {
        if (outcome.aggregate().isEmpty()) {
            return;
        }
        List<EventRow> effect = effects.of(entry);
        EventRow last = effects.at(entry, outcome);
        if (last == null) {
            findings.add(
                    Kind.LOST,
                    "I1",
                    entry + " was answered " + outcome.status() + " with version " + outcome.version() + " of "
                            + outcome.aggregate() + ", which is not in the event table");
        } else if (effect.isEmpty()) {
            if (MAY_CHANGE_NOTHING.stream().noneMatch(entry.asked().path()::endsWith)) {
                findings.add(
                        Kind.LOST, "I1", entry + " was answered " + outcome.status() + " and no event carries its id");
            }
        } else if (!effect.getLast().equals(last)) {
            findings.add(
                    Kind.UNTRUE,
                    "I1",
                    entry + " was answered version " + outcome.version() + " of " + outcome.aggregate()
                            + ", but what it did is " + effect);
        } else {
            saysWhatWasAsked(entry, effect, findings);
        }
    }

    private static void saysWhatWasAsked(Entry entry, List<EventRow> effect, Findings findings) {
        Set<String> asked = new HashSet<>();
        leaves(Json.read(String.valueOf(entry.asked().body())), asked);
        Set<String> said = new HashSet<>();
        effect.forEach(row -> leaves(Json.read(row.data()), said));
        asked.removeAll(said);
        if (!asked.isEmpty()) {
            findings.add(Kind.LOST, "I1", entry + " asked for " + asked + ", of which nothing stands in " + effect);
        }
    }

    private static void leaves(JsonNode node, Set<String> into) {
        node.properties().forEach(member -> {
            if (!VERDICTS.contains(member.getKey())) {
                leaves(member.getValue(), into);
            }
        });
        if (node.isArray()) {
            node.forEach(item -> leaves(item, into));
        }
        if (node.isTextual() || node.isNumber()) {
            into.add(node.asText());
        }
    }
}
