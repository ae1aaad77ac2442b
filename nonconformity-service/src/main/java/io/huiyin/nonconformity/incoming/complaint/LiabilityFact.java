package io.huiyin.nonconformity.incoming.complaint;

import io.huiyin.kernel.event.EventName;
import org.jspecify.annotations.Nullable;

/** What the complaint service says about who is liable: our tolerant copy, without personal data. */
public sealed interface LiabilityFact {

    /** What is complained about. */
    record Product(
            @Nullable String name,
            @Nullable String model,
            @Nullable String serialNumber,
            @Nullable String lot,
            @Nullable Integer quantity) {}

    /**
     * It was determined who answers for a complaint.
     *
     * @param round of the investigation
     * @param nonconformityRequested whether a nonconformity is asked for; absent in events that leave it to us
     */
    @EventName("complaint-liability-determined")
    record LiabilityDetermined(
            @Nullable Integer round,
            @Nullable String party,
            @Nullable String cause,
            @Nullable String reason,
            @Nullable String number,
            @Nullable Product product,
            @Nullable String issue,
            @Nullable String description,
            @Nullable Boolean nonconformityRequested)
            implements LiabilityFact {}
}
