package io.huiyin.complaint;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a complainant said: the facts of a case that its poster gave and that can be corrected.
 *
 * @param wantedBy the day by which the customer wants it settled, if he named one
 */
public record Filing(
        @Nullable String channel,
        Instant receivedAt,
        @Nullable Source source,
        boolean anonymous,
        boolean replyOnly,
        @Nullable Customer customer,
        @Nullable Product product,
        @Nullable String category,
        @Nullable String issue,
        @Nullable String subIssue,
        @Nullable String severity,
        @Nullable String region,
        @Nullable String company,
        @Nullable String description,
        @Nullable String demand,
        @Nullable LocalDate wantedBy) {

    /** The filing with what a correction or clarification gives; what it leaves out stays. */
    public Filing with(Changes changes) {
        return new Filing(
                or(changes.channel(), channel),
                changes.receivedAt() != null ? changes.receivedAt() : receivedAt,
                source,
                anonymous,
                changes.replyOnly() != null ? changes.replyOnly() : replyOnly,
                changes.customer() != null ? changes.customer() : customer,
                changes.product() != null ? changes.product() : product,
                or(changes.category(), category),
                or(changes.issue(), issue),
                subIssue,
                or(changes.severity(), severity),
                or(changes.region(), region),
                company,
                or(changes.description(), description),
                or(changes.demand(), demand),
                wantedBy);
    }

    private static @Nullable String or(@Nullable String changed, @Nullable String before) {
        return changed != null ? changed : before;
    }

    /** Fields to replace; null leaves a field as it is. Objects are given as a whole. */
    public record Changes(
            @Nullable String channel,
            @Nullable Instant receivedAt,
            @Nullable Boolean replyOnly,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region,
            @Nullable String description,
            @Nullable String demand) {

        /** Whether nothing is changed. */
        public boolean isEmpty() {
            return equals(new Changes(null, null, null, null, null, null, null, null, null, null, null));
        }
    }
}
