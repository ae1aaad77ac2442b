package io.huiyin.kernel.notes;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.RowProjection;
import io.huiyin.kernel.projection.RowTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row per note; can be broken on purpose. */
@ApplicationScoped
public class NoteProjection extends RowProjection<NoteRow, NoteFact> {

    public static final String NAME = "notes";

    /** Another service's log. */
    public static final String MARKS = "mark-events";

    /** While set, notes whose text begins with "poison" make it fail with what this supplies. */
    private static volatile @Nullable Supplier<Throwable> broken;

    /** Breaks it; null mends it. */
    public static void breakWith(@Nullable Supplier<Throwable> failure) {
        broken = failure;
    }

    public NoteProjection() {
        super(
                NAME,
                1,
                Set.of(Notes.TOPIC, MARKS),
                NoteFact.class,
                RowTable.of("note_rows", NoteRow.class, MethodHandles.lookup()));
    }

    @Override
    protected Object key(NoteFact event, EventEnvelope about) {
        return about.subject();
    }

    @Override
    protected @Nullable NoteRow apply(@Nullable NoteRow row, NoteFact event, EventEnvelope about) {
        return switch (event) {
            case NoteFact.Written e -> {
                failIfBroken(e);
                yield change(row, about).text(e.number(), e.text()).row();
            }
            case NoteFact.LineAdded e -> change(row, about).line().row();
            case NoteFact.Stamped e -> change(row, about).stamp(e.stamp()).row();
            // Of another stream: it may come before or after the note's own events and leaves alone what those say.
            case NoteFact.MarkGiven e ->
                new Change(row != null ? row : empty(about)).mark(e.weight()).row();
        };
    }

    private static void failIfBroken(NoteFact.Written event) {
        var failure = broken;
        if (failure != null && event.text().startsWith("poison")) {
            NoteProjection.<RuntimeException>sneak(failure.get());
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    private static Change change(@Nullable NoteRow row, EventEnvelope about) {
        NoteRow old = row != null ? row : empty(about);
        return new Change(new NoteRow(
                old.id(),
                old.number(),
                old.text(),
                old.lines(),
                old.stamps(),
                old.marks(),
                about.sequence(),
                about.recordedAt()));
    }

    private static NoteRow empty(EventEnvelope about) {
        return new NoteRow(about.subject(), "", "", 0, List.of(), 0, 0, Instant.EPOCH);
    }

    private record Change(NoteRow row) {

        UUID id() {
            return row.id();
        }

        Change text(String number, String text) {
            return new Change(new NoteRow(
                    id(), number, text, row.lines(), row.stamps(), row.marks(), row.version(), row.recordedAt()));
        }

        Change line() {
            return new Change(new NoteRow(
                    id(),
                    row.number(),
                    row.text(),
                    row.lines() + 1,
                    row.stamps(),
                    row.marks(),
                    row.version(),
                    row.recordedAt()));
        }

        Change stamp(String stamp) {
            return new Change(new NoteRow(
                    id(),
                    row.number(),
                    row.text(),
                    row.lines(),
                    Stream.concat(row.stamps().stream(), Stream.of(stamp)).toList(),
                    row.marks(),
                    row.version(),
                    row.recordedAt()));
        }

        Change mark(int weight) {
            return new Change(new NoteRow(
                    id(),
                    row.number(),
                    row.text(),
                    row.lines(),
                    row.stamps(),
                    row.marks() + weight,
                    row.version(),
                    row.recordedAt()));
        }
    }
}
