package io.huiyin.bench.faults;

import static io.huiyin.bench.Json.object;

import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.check.Findings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of one fault in one round.
 *
 * @param skipped why it was not done; null when it was
 * @param recovered by service that was killed: how long until it next acknowledged a command
 * @param lag how long after the last request all views had caught up; null when they never did
 */
record Outcome(
        int round,
        Fault fault,
        @Nullable String skipped,
        Ledger.Counts counts,
        int inFlight,
        Map<String, Duration> recovered,
        @Nullable Duration lag,
        Duration took,
        List<String> notes,
        Findings findings) {

    static Outcome skipped(int round, Fault fault, String why) {
        return new Outcome(
                round,
                fault,
                why,
                new Ledger.Counts(0, 0, 0),
                0,
                Map.of(),
                null,
                Duration.ZERO,
                List.of(),
                new Findings());
    }

    boolean isGood() {
        return findings.isEmpty();
    }

    /** One line, and one for each difference. */
    String text() {
        String head = "round %d %-3s %s: ".formatted(round, fault.id(), fault.what());
        if (skipped != null) {
            return head + "skipped, " + skipped;
        }
        String recovery = recovered.isEmpty()
                ? ""
                : "; first 2xx after "
                        + recovered.entrySet().stream()
                                .map(each -> each.getKey() + " " + seconds(each.getValue()))
                                .sorted()
                                .collect(Collectors.joining(", "));
        return head
                + "%d acknowledged, %d unknown, %d retried, %d in flight%s; lag 0 after %s; %s; in %s"
                        .formatted(
                                counts.acknowledged(),
                                counts.lost(),
                                counts.again(),
                                inFlight,
                                recovery,
                                lag == null ? "never" : seconds(lag),
                                verdict(),
                                seconds(took))
                + notes.stream().map(note -> "\n    " + note).collect(Collectors.joining())
                + findings.kept().stream()
                        .map(difference -> "\n    ! " + difference)
                        .collect(Collectors.joining());
    }

    private String verdict() {
        return Stream.of(Kind.LOST, Kind.DOUBLED, Kind.REORDERED, Kind.STUCK)
                        .map(kind -> findings.count(kind) + " " + kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + (findings.count(Kind.FAILED) == 0
                        ? ", no 5xx but 503"
                        : ", " + findings.count(Kind.FAILED) + " answers nobody should get")
                + (findings.count(Kind.UNTRUE) + findings.count(Kind.WRONG) == 0
                        ? ""
                        : ", %d untrue, %d wrong".formatted(findings.count(Kind.UNTRUE), findings.count(Kind.WRONG)));
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    /** The same for programs. */
    Map<String, Object> json() {
        return object(
                "round",
                round,
                "fault",
                fault.id(),
                "what",
                fault.what(),
                "skipped",
                skipped,
                "acknowledged",
                counts.acknowledged(),
                "unknown",
                counts.lost(),
                "retried",
                counts.again(),
                "inFlight",
                inFlight,
                "recoveredMillis",
                recovered.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().toMillis())),
                "lagZeroMillis",
                lag == null ? null : lag.toMillis(),
                "tookMillis",
                took.toMillis(),
                "notes",
                notes,
                "differences",
                findings.kept().stream().map(Object::toString).toList());
    }
}
