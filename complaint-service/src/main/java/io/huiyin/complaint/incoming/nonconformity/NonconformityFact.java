package io.huiyin.complaint.incoming.nonconformity;

import io.huiyin.kernel.event.EventName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to nonconformities, as far as it concerns their complaints. */
public sealed interface NonconformityFact {

    String number();

    @EventName("nonconformity-reported")
    record Reported(String number, @Nullable UUID complaintId) implements NonconformityFact {}

    @EventName("nonconformity-verified")
    record Verified(String number, @Nullable List<UUID> complaintIds) implements NonconformityFact {}

    @EventName("nonconformity-closed")
    record Closed(String number, @Nullable List<UUID> complaintIds) implements NonconformityFact {}
}
