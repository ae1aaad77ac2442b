package io.huiyin.bench.faults;

import io.huiyin.bench.Answer;
import io.huiyin.bench.Asked;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.Entry;
import io.huiyin.bench.faults.evidence.Entry.Try;
import io.huiyin.bench.faults.evidence.Misbehaviour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Every command and every answer, written down as they come. */
final class Ledger {

    private static final int LONGEST_TEXT = 400;

    private record Line(Asked asked, Queue<Try> tries) {}

    private record Acknowledged(Service service, long at) {}

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Queue<Misbehaviour> misbehaviours = new ConcurrentLinkedQueue<>();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong again = new AtomicLong();

    /** A command was answered, or a question. */
    void answered(Asked asked, Answer answer, Duration took) {
        if (answer.status() >= 500 && answer.status() != 503) {
            misbehaved(answer.question(), answer.status() + " " + answer.text());
        }
        if (asked.id() == null) {
            return;
        }
        int version = answer.header("ETag")
                .map(tag -> tag.replaceAll("[^0-9]", ""))
                .filter(tag -> !tag.isEmpty())
                .map(Integer::parseInt)
                .orElse(0);
        String text = answer.isOk()
                ? Integer.toHexString(answer.text().hashCode())
                : answer.text()
                        .substring(0, Math.min(LONGEST_TEXT, answer.text().length()));
        note(asked, new Try(answer.status(), answer.string("/id"), version, text, took));
        if (answer.isOk()) {
            acknowledged.add(new Acknowledged(asked.service(), System.nanoTime()));
            count.incrementAndGet();
        }
    }

    /** An answer was lost. */
    void lost(Asked asked, String why, Duration took) {
        if (asked.id() != null) {
            lost.incrementAndGet();
            note(asked, new Try(0, "", 0, why, took));
        }
    }

    void misbehaved(String question, String answer) {
        misbehaviours.add(new Misbehaviour(question, answer));
    }

    private void note(Asked asked, Try one) {
        Queue<Try> tries = lines.computeIfAbsent(
                        String.valueOf(asked.id()), id -> new Line(asked, new ConcurrentLinkedQueue<>()))
                .tries();
        if (!tries.isEmpty()) {
            again.incrementAndGet();
        }
        tries.add(one);
    }

    /** Commands acknowledged so far, answers lost, and times that a command was sent again. */
    record Counts(long acknowledged, long lost, long again) {

        Counts since(Counts before) {
            return new Counts(acknowledged - before.acknowledged, lost - before.lost, again - before.again);
        }
    }

    Counts counts() {
        return new Counts(count.get(), lost.get(), again.get());
    }

    /** Forgets when what was acknowledged, and what misbehaved; the lines stay. */
    void beginRun() {
        acknowledged.clear();
        misbehaviours.clear();
    }

    /** When a service first acknowledged a command after an instant; nanoseconds. */
    OptionalLong firstAfter(Service service, long instant) {
        return acknowledged.stream()
                .filter(one -> one.service() == service && one.at() > instant)
                .mapToLong(Acknowledged::at)
                .min();
    }

    List<Misbehaviour> misbehaviours() {
        return List.copyOf(misbehaviours);
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(lines.size());
        lines.values().forEach(line -> entries.add(new Entry(line.asked(), List.copyOf(line.tries()))));
        return entries;
    }
}
