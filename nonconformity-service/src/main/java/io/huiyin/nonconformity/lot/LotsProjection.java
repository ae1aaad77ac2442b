package io.huiyin.nonconformity.lot;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.GroupProjection;
import io.huiyin.kernel.projection.RowTable;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The view {@code lots}: one row per lot and per serial number, summed up from the complaints that name it. */
@ApplicationScoped
public class LotsProjection extends GroupProjection<LotComplaint, Lot, ComplaintFact> {

    /** Its name for ever. */
    public static final String NAME = "lots";

    public LotsProjection() {
        super(
                NAME,
                2,
                Set.of("complaint-events"),
                ComplaintFact.class,
                new MemberTable<>(
                        RowTable.of("lot_complaint_rows", LotComplaint.class, MethodHandles.lookup()),
                        "complaint_id",
                        "received_at",
                        List.of("lot_key", "serial_key")),
                RowTable.of("lot_rows", Lot.class, MethodHandles.lookup()));
    }

    @Override
    protected @Nullable LotComplaint apply(@Nullable LotComplaint complaint, ComplaintFact fact, EventEnvelope about) {
        return LotComplaint.after(complaint, about.subject(), fact);
    }

    @Override
    protected Set<String> groups(LotComplaint complaint) {
        return complaint.names();
    }

    @Override
    protected Instant time(LotComplaint complaint) {
        return complaint.receivedAt();
    }

    @Override
    protected @Nullable Lot count(
            String key, @Nullable Lot lot, @Nullable LotComplaint before, @Nullable LotComplaint after) {
        return Lot.counted(key, lot, before, after);
    }

    @Override
    protected Lot span(Lot lot, LotComplaint first, LotComplaint last) {
        return lot.spanning(first, last);
    }
}
