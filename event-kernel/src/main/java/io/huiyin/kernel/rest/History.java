package io.huiyin.kernel.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.huiyin.kernel.event.EventEnvelope;
import java.time.Instant;
import java.util.List;

/** Every event of an aggregate, with who and when, in order. */
public record History(List<Item> items) {

    /**
     * One of them.
     *
     * @param occurredAt when it happened
     * @param recordedAt when we learned of it
     * @param data the event itself
     */
    public record Item(
            int sequence,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            EventEnvelope.ActorName actor,
            @JsonRawValue String data) {

        private static Item of(EventEnvelope event) {
            return new Item(
                    event.sequence(),
                    event.name(),
                    event.occurredAt(),
                    event.recordedAt(),
                    event.actor(),
                    event.data());
        }
    }

    public static History of(List<EventEnvelope> events) {
        return new History(events.stream().map(Item::of).toList());
    }
}
