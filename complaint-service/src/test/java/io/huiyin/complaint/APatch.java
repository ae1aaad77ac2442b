package io.huiyin.complaint;

import io.huiyin.complaint.FilingPatch.CustomerPatch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fields given later, for tests: none, unless told otherwise. */
public final class APatch {

    private @Nullable String channel;
    private @Nullable Instant receivedAt;
    private @Nullable Boolean replyOnly;
    private @Nullable CustomerPatch customer;
    private @Nullable Product product;
    private @Nullable String severity;
    private @Nullable String description;
    private @Nullable String demand;

    private APatch() {}

    public static APatch empty() {
        return new APatch();
    }

    public APatch channel(String now) {
        channel = now;
        return this;
    }

    public APatch receivedAt(Instant now) {
        receivedAt = now;
        return this;
    }

    public APatch replyOnly(boolean now) {
        replyOnly = now;
        return this;
    }

    public APatch customer(CustomerPatch now) {
        customer = now;
        return this;
    }

    public APatch product(Product now) {
        product = now;
        return this;
    }

    public APatch severity(String now) {
        severity = now;
        return this;
    }

    public APatch description(String now) {
        description = now;
        return this;
    }

    public APatch demand(String now) {
        demand = now;
        return this;
    }

    public FilingPatch patch() {
        return new FilingPatch(
                channel, receivedAt, replyOnly, customer, product, null, null, severity, null, description, demand);
    }
}
