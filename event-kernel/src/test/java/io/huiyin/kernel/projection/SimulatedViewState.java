package io.huiyin.kernel.projection;

import io.huiyin.kernel.simulation.Database;
import io.huiyin.kernel.simulation.LetterKey;
import io.huiyin.kernel.simulation.MarkKey;
import io.huiyin.kernel.simulation.Matter;
import io.huiyin.kernel.simulation.ServiceProcess;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What a generation keeps in the fake database. */
record SimulatedViewState(ServiceProcess process, Database database, String view, int generation) implements ViewState {

    @Override
    public Map<TopicPartition, Mark> marks() {
        process.asks();
        Map<TopicPartition, Mark> marks = new HashMap<>();
        database.rows(MarkKey.class, Mark.class).forEach((key, mark) -> {
            if (key.view().equals(view) && key.generation() == generation) {
                marks.put(new TopicPartition(Matter.TOPIC, key.partition()), mark);
            }
        });
        process.hears();
        return marks;
    }

    @Override
    public void setMarks(Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to) {
        to.forEach((partition, mark) -> {
            process.asks();
            MarkKey key = new MarkKey(view, generation, partition.partition());
            database.atOnce(transaction -> {
                Mark stored = (Mark) transaction.get(key);
                Mark old = from.get(partition);
                if (stored == null) {
                    transaction.put(key, mark);
                } else if (old != null
                        && old.topicId().equals(stored.topicId())
                        && old.nextOffset() == stored.nextOffset()) {
                    transaction.put(key, stored.in(mark.topicId(), mark.nextOffset()));
                }
                return key;
            });
            process.hears();
        });
    }

    /** No restore is simulated. */
    @Override
    public @Nullable Instant restoredAt() {
        return null;
    }

    @Override
    public void forget(String topic) {
        throw new AssertionError("nothing was restored");
    }

    @Override
    public void outdate() {
        throw new AssertionError("nothing was restored");
    }

    @Override
    public boolean hasRead(String topic) {
        return !marks().isEmpty();
    }

    private List<DeadLetter> letters() {
        return SimulatedLetters.open(database).stream()
                .filter(letter -> letter.view().equals(view) && letter.generation() == generation)
                .toList();
    }

    @Override
    public Set<UUID> held() {
        process.asks();
        Set<UUID> held = letters().stream().map(DeadLetter::subject).collect(Collectors.toSet());
        process.hears();
        return held;
    }

    @Override
    public void promote() {
        process.asks();
        process.hears();
    }

    @Override
    public boolean move(Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to, Consumer<Open> work) {
        process.asks();
        Database.Transaction rows = database.begin();
        try {
            SimulatedTransaction transaction = new SimulatedTransaction(process, rows, view, generation);
            work.accept(transaction);
            if (!transaction.move(from, to)) {
                return false;
            }
            process.asks();
            rows.commit();
            process.world().tell(() -> "%s: %s-%d commits".formatted(process.name(), view, generation));
        } finally {
            if (rows.isOpen()) {
                process.world().tell(() -> "%s: %s-%d rolls back".formatted(process.name(), view, generation));
                rows.rollback();
            }
        }
        process.hears();
        return true;
    }

    @Override
    public List<DeadLetter> asked() {
        process.asks();
        Set<UUID> seen = new HashSet<>();
        List<DeadLetter> asked = letters().stream()
                .filter(letter -> (seen.add(letter.subject()) && letter.waiting()) || letter.requested() != null)
                .toList();
        process.hears();
        return asked;
    }

    @Override
    public List<DeadLetter> open(UUID subject) {
        process.asks();
        List<DeadLetter> open = letters().stream()
                .filter(letter -> subject.equals(letter.subject()))
                .toList();
        process.hears();
        return open;
    }

    @Override
    public void failedAgain(long id, String error) {
        process.asks();
        database.atOnce(transaction -> {
            DeadLetter letter = (DeadLetter) transaction.get(new LetterKey(id));
            if (letter != null) {
                transaction.put(new LetterKey(id), SimulatedLetters.with(letter, null, false, letter.resolution()));
            }
            return id;
        });
        process.hears();
    }
}
