package io.huiyin.complaint;

import io.huiyin.complaint.FilingPatch.CustomerPatch;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A filing for tests: complete, unless told otherwise. */
public final class AFiling {

    /** When it came in. */
    public static final Instant RECEIVED = Instant.parse("2026-03-02T00:30:00Z");

    private @Nullable String channel = "web";
    private Instant receivedAt = RECEIVED;
    private @Nullable Source source = new Source("crm-7", "A-1001");
    private boolean anonymous;
    private boolean replyOnly;
    private @Nullable Customer customer = customer("李雷", "13800000000");
    private @Nullable Product product = dryer();
    private String category = "product-quality";
    private @Nullable String severity = "ordinary";
    private @Nullable String description = "运行时有异响";
    private @Nullable String demand = "repair";

    private @Nullable LocalDate wantedBy;

    private AFiling() {}

    public static AFiling complete() {
        return new AFiling();
    }

    public static Customer customer(@Nullable String name, @Nullable String phone) {
        return new Customer("c-1", false, "ordinary", new Person("c-1", name, phone, null, null));
    }

    /** What a customer patch of these fields alone looks like. */
    public static CustomerPatch patch(@Nullable String name, @Nullable String phone) {
        return new CustomerPatch("fresh", null, name, phone, null, null, null);
    }

    public static Product dryer() {
        return new Product("干燥机", null, "DR-40", "SN-1", "L-202610", null, 1, LocalDate.of(2025, 10, 1));
    }

    /** A product of which only this is known. */
    public static Product product(
            @Nullable String name,
            @Nullable String serialNumber,
            @Nullable Integer quantity,
            @Nullable LocalDate deliveredOn) {
        return new Product(name, null, null, serialNumber, null, null, quantity, deliveredOn);
    }

    public AFiling channel(@Nullable String now) {
        channel = now;
        return this;
    }

    public AFiling receivedAt(Instant now) {
        receivedAt = now;
        return this;
    }

    public AFiling source(@Nullable Source now) {
        source = now;
        return this;
    }

    public AFiling anonymous() {
        anonymous = true;
        customer = null;
        return this;
    }

    public AFiling replyOnly() {
        replyOnly = true;
        return this;
    }

    public AFiling customer(@Nullable Customer now) {
        customer = now;
        return this;
    }

    public AFiling product(@Nullable Product now) {
        product = now;
        return this;
    }

    public AFiling category(String now) {
        category = now;
        return this;
    }

    public AFiling severity(@Nullable String now) {
        severity = now;
        return this;
    }

    public AFiling description(@Nullable String now) {
        description = now;
        return this;
    }

    public AFiling demand(@Nullable String now) {
        demand = now;
        return this;
    }

    public AFiling wantedBy(LocalDate now) {
        wantedBy = now;
        return this;
    }

    public Filing filing() {
        return new Filing(
                channel,
                receivedAt,
                source,
                anonymous,
                replyOnly,
                customer,
                product,
                category,
                "noise",
                null,
                severity,
                "华东",
                null,
                description,
                demand,
                wantedBy);
    }
}
