package io.huiyin.bench.faults.evidence;

import java.util.Map;
import java.util.Objects;

/**
 * A record of a topic.
 *
 * @param headers all of them as text
 */
public record LogEntry(int partition, long offset, String key, Map<String, String> headers, String body) {

    /** Whether it carries what every event of ours carries. */
    public boolean isEvent() {
        return headers.containsKey("ce_id")
                && headers.containsKey("ce_position")
                && headers.containsKey("ce_previousposition");
    }

    public String id() {
        return header("ce_id");
    }

    public Position position() {
        return Position.parse(header("ce_position"));
    }

    public Position previous() {
        return Position.parse(header("ce_previousposition"));
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Whether this is the same record once more, at another offset. */
    public boolean repeats(LogEntry other) {
        return partition == other.partition
                && key.equals(other.key)
                && Objects.equals(headers, other.headers)
                && body.equals(other.body);
    }

    @Override
    public String toString() {
        return header("ce_type") + " " + id() + " at " + partition + "@" + offset;
    }
}
