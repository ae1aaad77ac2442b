package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Position;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a relay states: all events of its service that were recorded up to an instant lie at or below these positions (G11). It is true
 * whenever it is stated and stays true, whoever stated it: of several about one log the one with the latest instant says most.
 *
 * @param watermark the instant, as the service's database counts time
 * @param positions the last position of each partition, by {@code <topic>-<partition>}
 * @param topicId the log's identity when it was stated
 */
public record Watermark(
        Instant watermark,
        Map<String, String> positions,
        @Nullable String topicId) {

    private static final Pattern EVENTS = Pattern.compile("-events$");

    public Watermark {
        positions = Map.copyOf(positions);
    }

    static Watermark of(Instant at, String topic, RelayCheckpoint checkpoint) {
        Map<String, String> positions = new TreeMap<>();
        for (int i = 0; i < checkpoint.partitions().size(); i++) {
            positions.put(topic + "-" + i, checkpoint.partitions().get(i).toString());
        }
        return new Watermark(at, positions, checkpoint.topicId());
    }

    /** The topic on which the relay of an event topic states its watermarks. */
    public static String topicOf(String events) {
        return EVENTS.matcher(events).replaceFirst("") + "-watermarks";
    }

    /** Whether somebody who stands there has everything up to the instant. */
    public boolean isReachedAt(Map<String, String> standing) {
        return positions.entrySet().stream()
                .allMatch(stated -> !Position.parse(stated.getValue()).isAfter(at(standing, stated.getKey())));
    }

    private static Position at(Map<String, String> standing, String partition) {
        String position = standing.get(partition);
        return position == null ? Position.START : Position.parse(position);
    }

    /** The one of two that says more; what is stated about another log than before counts instead. */
    Watermark later(Watermark other) {
        return Objects.equals(topicId, other.topicId) && !other.watermark.isAfter(watermark) ? this : other;
    }

    String json() {
        return EventJson.write(this);
    }

    /** @throws io.huiyin.kernel.event.UnreadableEvent when the text is none */
    static Watermark read(String json) {
        return EventJson.read(json, Watermark.class);
    }
}
