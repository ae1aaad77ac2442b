package io.huiyin.kernel.command;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.Partitions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a command answers in {@code Event-Position} and a list accepts in {@code If-Projection-At-Least} (G7). Opaque outside.
 *
 * @param topic whose log
 * @param partition which partition of it
 * @param position up to where
 */
public record PositionToken(String topic, int partition, Position position) {

    public String encode() {
        String text = topic + "|" + partition + "|" + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a token.
     *
     * @throws InvalidInput when it is none of ours
     */
    public static PositionToken decode(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String[] parts = text.split("\\|", -1);
            int partition = parts.length == 3 ? Integer.parseInt(parts[1]) : -1;
            if (partition >= 0 && partition < Partitions.COUNT) {
                return new PositionToken(parts[0], partition, Position.parse(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            // falls through: not ours
        }
        throw new InvalidInput("/If-Projection-At-Least", "is not a token that a command answered in Event-Position");
    }
}
