package io.huiyin.followup.customer;

import io.huiyin.followup.incoming.complaint.ComplaintFact;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.GroupProjection;
import io.huiyin.kernel.projection.RowTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The view {@code customers}: one row per customer, summed up from his complaints. */
@ApplicationScoped
public class CustomersProjection extends GroupProjection<CustomerComplaint, Customer, ComplaintFact> {

    /** Its name for ever. */
    public static final String NAME = "customers";

    public CustomersProjection() {
        super(
                NAME,
                2,
                Set.of("complaint-events"),
                ComplaintFact.class,
                new MemberTable<>(
                        RowTable.of("customer_complaint_rows", CustomerComplaint.class, MethodHandles.lookup()),
                        "complaint_id",
                        "received_at",
                        List.of("customer_key")),
                RowTable.of("customer_rows", Customer.class, MethodHandles.lookup()));
    }

    @Override
    protected @Nullable CustomerComplaint apply(
            @Nullable CustomerComplaint complaint, ComplaintFact fact, EventEnvelope about) {
        return CustomerComplaint.after(complaint, about.subject(), fact);
    }

    @Override
    protected Set<String> groups(CustomerComplaint complaint) {
        return complaint.customerKey() == null ? Set.of() : Set.of(complaint.customerKey());
    }

    @Override
    protected Instant time(CustomerComplaint complaint) {
        return complaint.receivedAt();
    }

    @Override
    protected @Nullable Customer count(
            String key,
            @Nullable Customer customer,
            @Nullable CustomerComplaint before,
            @Nullable CustomerComplaint after) {
        return Customer.counted(key, customer, before, after);
    }

    @Override
    protected Customer span(Customer customer, CustomerComplaint first, CustomerComplaint last) {
        return customer.spanning(first, last);
    }
}
