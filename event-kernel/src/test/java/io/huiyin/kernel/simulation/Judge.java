package io.huiyin.kernel.simulation;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.LogRecord;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.projection.Mark;
import io.huiyin.kernel.projection.SimulatedLetters;
import io.huiyin.kernel.projection.SimulatedView;
import io.huiyin.kernel.reaction.WhenAMatterIsAskedThenAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Knows the promises, and looks at database and log with eyes of its own. */
public final class Judge {

    private static final String RELAY = "relay";

    private final World world;
    private final Database database;
    private final SimulatedLog log;
    private final int generations;
    private final List<Stated> stated = new ArrayList<>();

    Judge(World world, Database database, SimulatedLog log, int generations) {
        this.world = world;
        this.database = database;
        this.log = log;
        this.generations = generations;
    }

    /** The relay's checkpoint as it stands. */
    public Filled filled() {
        Filled filled = database.rows(Filled.Key.class, Filled.class).get(new Filled.Key());
        return filled == null
                ? new Filled(Position.START, null, Collections.nCopies(Partitions.COUNT, Position.START))
                : filled;
    }

    /** The latest epoch of the relay's lease. */
    public long relayEpoch() {
        return SimulatedLease.epoch(database, RELAY);
    }

    /** Somebody moves the relay's checkpoint. */
    public void moves(Filled next, long leaseEpoch) {
        if (leaseEpoch != relayEpoch()) {
            throw world.broken(Promise.ONE_RELAY, "epoch " + leaseEpoch + " moves it while " + relayEpoch() + " holds");
        }
        if (!log.topicId().equals(Optional.ofNullable(next.topicId()))) {
            // It speaks of a log that is gone, and will be filled anew.
            return;
        }
        for (EventEnvelope event : database.after(filled().position())) {
            if (!event.position().isAfter(next.position()) && !log.hasAcknowledged(next.topicId(), event.position())) {
                throw world.broken(Promise.ACKNOWLEDGED_FIRST, event.position() + " lies below " + next.position());
            }
        }
    }

    /** A watermark is stated. */
    public void states(Stated watermark) {
        stated.add(watermark);
    }

    /** Whether everything has arrived everywhere. */
    boolean isAtRest() {
        List<Position> last = new ArrayList<>(Collections.nCopies(Partitions.COUNT, Position.START));
        List<EventEnvelope> events = database.events();
        events.forEach(event -> last.set(Partitions.of(event.subject()), event.position()));
        String topicId = log.topicId().orElse("");
        boolean carried =
                (events.isEmpty() || filled().position().equals(events.getLast().position()))
                        && topicId.equals(filled().topicId());
        Map<MarkKey, Mark> marks = database.rows(MarkKey.class, Mark.class);
        return carried
                && SimulatedLetters.areSettled(database)
                && IntStream.rangeClosed(1, generations)
                        .allMatch(generation -> stands(marks, SimulatedView.NAME, generation, topicId, last))
                && stands(marks, WhenAMatterIsAskedThenAnswer.NAME, 1, topicId, last);
    }

    private static boolean stands(
            Map<MarkKey, Mark> marks, String view, int generation, String topicId, List<Position> last) {
        return IntStream.range(0, Partitions.COUNT).allMatch(partition -> {
            Mark mark = marks.get(new MarkKey(view, generation, partition));
            return mark != null
                    && mark.topicId().equals(topicId)
                    && mark.position().equals(last.get(partition));
        });
    }

    /** All that must hold once everything has arrived, or should have. */
    void judge() {
        judgeOrder();
        judgeLog();
        judgeReactions();
        judgeWatermarks();
        if (!isAtRest()) {
            throw world.broken(
                    Promise.NEVER_STUCK,
                    "the relay stands at " + filled() + ", views at " + database.rows(MarkKey.class, Mark.class)
                            + ", the last event is "
                            + database.events().getLast().position());
        }
        for (int generation = 1; generation <= generations; generation++) {
            judgeView(generation);
        }
    }

    private void judgeOrder() {
        Map<UUID, Integer> versions = new HashMap<>();
        for (EventEnvelope event : database.events()) {
            int expected = versions.merge(event.subject(), 1, Integer::sum);
            if (event.sequence() != expected) {
                throw world.broken(
                        Promise.NO_INVERSION,
                        event.position() + " is " + event.sequence() + " of its stream and stands where " + expected
                                + " should");
            }
        }
    }

    private void judgeLog() {
        Set<Position> committed = new HashSet<>();
        database.events().forEach(event -> committed.add(event.position()));
        Map<Position, String> contents = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> entry : log.landed()) {
            Position position = read(entry).event().position();
            if (!committed.contains(position)) {
                throw world.broken(Promise.ALL_IN_THE_LOG, position + " was never committed");
            }
            String content = entry.partition() + " " + entry.timestamp() + " " + LogRecord.headers(entry)
                    + new String(entry.value(), StandardCharsets.UTF_8);
            if (!content.equals(contents.computeIfAbsent(position, first -> content))) {
                throw world.broken(Promise.EXACT_REPEATS, content + " is no repeat of " + contents.get(position));
            }
        }
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            chain(partition).forEach(committed::remove);
        }
        if (!committed.isEmpty()) {
            throw world.broken(Promise.ALL_IN_THE_LOG, committed + " are not there");
        }
    }

    /** The positions that a reader takes who begins at the beginning, each once. */
    private List<Position> chain(int partition) {
        List<Position> chain = new ArrayList<>();
        Map<UUID, Integer> versions = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> entry : log.partition(partition)) {
            LogRecord.Read read = read(entry);
            if (read.previous().equals(chain.isEmpty() ? Position.START : chain.getLast())) {
                int expected = versions.merge(read.event().subject(), 1, Integer::sum);
                if (read.event().sequence() != expected) {
                    throw world.broken(
                            Promise.IN_ORDER, read.event().sequence() + " comes where " + expected + " should");
                }
                chain.add(read.event().position());
            }
        }
        return chain;
    }

    private static LogRecord.Read read(ConsumerRecord<byte[], byte[]> entry) {
        LogRecord.Read read = LogRecord.read(entry);
        if (read == null) {
            throw new IllegalStateException("unreadable: " + entry);
        }
        return read;
    }

    private void judgeReactions() {
        Map<UUID, Integer> answers = new HashMap<>();
        for (EventEnvelope event : database.events()) {
            UUID cause = event.causationId();
            if (cause != null && answers.merge(cause, 1, Integer::sum) > 1) {
                throw world.broken(Promise.ONE_REACTION, "one event was answered twice: " + event.position());
            }
        }
        for (EventEnvelope event : database.events()) {
            if (isAtRest() && event.name().equals(Matter.ASKED) && !answers.containsKey(event.id())) {
                throw world.broken(Promise.ONE_REACTION, event.position() + " was never answered");
            }
        }
    }

    private void judgeWatermarks() {
        for (Stated watermark : stated) {
            for (EventEnvelope event : database.events()) {
                if (!event.recordedAt().isAfter(watermark.at())
                        && event.position().isAfter(watermark.positions().get(Partitions.of(event.subject())))) {
                    throw world.broken(Promise.TRUE_WATERMARKS, watermark + " misses " + event.position());
                }
            }
        }
    }

    private void judgeView(int generation) {
        Map<RowKey, SimulatedView.Seen> rows = database.rows(RowKey.class, SimulatedView.Seen.class);
        Map<UUID, Integer> versions = new HashMap<>();
        database.events().forEach(event -> versions.merge(event.subject(), 1, Integer::sum));
        versions.forEach((matter, size) -> {
            SimulatedView.Seen row = rows.get(new RowKey(generation, matter));
            List<Integer> expected = IntStream.rangeClosed(1, size).boxed().toList();
            if (row == null || !row.sequences().equals(expected)) {
                throw world.broken(Promise.ONE_EFFECT, "a row of generation " + generation + " shows " + row);
            }
        });
    }
}
