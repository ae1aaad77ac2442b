package io.huiyin.kernel.projection;

import io.huiyin.kernel.simulation.Database;
import io.huiyin.kernel.simulation.LetterKey;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dead letters in the fake database, and the person who looks after them. */
public final class SimulatedLetters {

    private SimulatedLetters() {}

    /** Those that are not settled, oldest first. */
    static List<DeadLetter> open(Database database) {
        return database.rows(LetterKey.class, DeadLetter.class).values().stream()
                .filter(letter -> letter.resolution() == null)
                .sorted(Comparator.comparing(DeadLetter::id))
                .toList();
    }

    public static boolean areSettled(Database database) {
        return open(database).isEmpty();
    }

    /** Somebody asks for all to be replayed that can be asked for. */
    public static void askForReplays(Database database) {
        for (DeadLetter letter : open(database)) {
            if (!letter.waiting() && letter.requested() == null) {
                database.atOnce(transaction -> {
                    transaction.put(new LetterKey(letter.id()), with(letter, "replay", false, null));
                    return letter;
                });
            }
        }
    }

    static DeadLetter with(
            DeadLetter letter, @Nullable String requested, boolean waiting, @Nullable String resolution) {
        return new DeadLetter(
                letter.id(),
                letter.view(),
                letter.generation(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.subject(),
                letter.headers(),
                letter.body(),
                letter.error(),
                waiting,
                letter.recordedAt(),
                requested,
                resolution,
                null,
                null,
                null);
    }
}
