package io.huiyin.followup.task;

import io.huiyin.followup.task.views.chain.FollowUpChainRow.Said;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent looks at before he contacts a customer (FUP-06).
 *
 * @param complaintCount how many complaints the customer has filed
 * @param openCount how many of them are open
 * @param pastComplaints the newest of them, this one apart
 * @param earlierContacts what was said in the chain before
 * @param channels how he is contacted, the first to be tried first (FUP-25)
 */
public record Preparation(
        @Nullable String customerKey,
        int complaintCount,
        int openCount,
        List<PastCase> pastComplaints,
        List<EarlierContact> earlierContacts,
        List<String> channels) {

    /** A complaint of the same customer. */
    public record PastCase(
            UUID complaintId,
            String number,
            Instant receivedAt,
            String status,
            @Nullable String product,
            @Nullable String model,
            @Nullable String issue,
            @Nullable String severity) {}

    /** A contact before this one. */
    public record EarlierContact(
            UUID id,
            int contact,
            String status,
            UUID complaintId,
            @Nullable Said said) {}
}
