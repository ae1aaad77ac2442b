package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.policy.PolicyChanges.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key as the API shows it.
 *
 * @param value the one in force, in the shape of the profiles
 * @param version of that value; 1 is the profile's own
 * @param profile which gave the first version
 * @param source the text that the profile's value comes from, or {@code house}; null for a changed value
 * @param effectiveFrom since when; null for the profile's own value
 * @param type which fields a value has
 * @param rules of the rulebook that read it
 * @param changes all that were decided, also those that do not hold yet or no more
 */
public record PolicyAnswer(
        String key,
        JsonNode value,
        int version,
        String profile,
        @Nullable String source,
        @Nullable Instant effectiveFrom,
        @Nullable String reason,
        String type,
        PolicyKey.Meaning meaning,
        List<String> rules,
        List<Change> changes) {

    static PolicyAnswer of(PolicyKey key, PolicyValues.Entry ofProfile, PolicyChanges changes, Instant at) {
        Optional<Change> change = changes.at(at);
        return new PolicyAnswer(
                key.key(),
                change.map(Change::value).orElseGet(() -> PolicyValueJson.write(ofProfile.value())),
                change.map(Change::version).orElse(PolicyChanges.OF_PROFILE),
                ofProfile.profile(),
                change.isPresent() ? null : ofProfile.source(),
                change.map(Change::effectiveFrom).orElse(null),
                change.map(Change::reason).orElse(null),
                key.type().wire(),
                key.meaning(),
                key.rules(),
                changes.changes());
    }
}
