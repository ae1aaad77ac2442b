package io.huiyin.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Some fields of a filing, given later or corrected; null says nothing about a field. Objects are given in part. */
public record FilingPatch(
        @Nullable String channel,
        @Nullable Instant receivedAt,
        @Nullable Boolean replyOnly,
        @Nullable CustomerPatch customer,
        @Nullable Product product,
        @Nullable String category,
        @Nullable String issue,
        @Nullable String severity,
        @Nullable String region,
        @Nullable String description,
        @Nullable String demand) {

    /**
     * Some fields of a customer.
     *
     * @param freshId the id he gets if nobody has given him one
     */
    public record CustomerPatch(
            String freshId,
            @Nullable String id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String customerClass) {

        /** The customer these fields make of what was known. */
        public Customer on(@Nullable Customer before) {
            Person person = before == null ? null : before.person();
            String ownId = id != null ? id : before == null ? freshId : before.customerId();
            return new Customer(
                    ownId,
                    id != null || (before != null && before.identified()),
                    customerClass != null ? customerClass : before == null ? "ordinary" : before.customerClass(),
                    new Person(
                            person == null ? freshId : person.personId(),
                            or(name, person == null ? null : person.name()),
                            or(phone, person == null ? null : person.phone()),
                            or(email, person == null ? null : person.email()),
                            or(address, person == null ? null : person.address())));
        }
    }

    /** What changes in a filing, objects completed by what they had. */
    public Filing.Changes on(Filing filing) {
        return new Filing.Changes(
                channel,
                receivedAt,
                replyOnly,
                customer == null ? null : customer.on(filing.customer()),
                product == null ? null : merged(product, filing.product()),
                category,
                issue,
                severity,
                region,
                description,
                demand);
    }

    private static Product merged(Product given, @Nullable Product before) {
        if (before == null) {
            return given;
        }
        return new Product(
                or(given.name(), before.name()),
                or(given.subProduct(), before.subProduct()),
                or(given.model(), before.model()),
                or(given.serialNumber(), before.serialNumber()),
                or(given.lot(), before.lot()),
                or(given.orderNumber(), before.orderNumber()),
                given.quantity() != null ? given.quantity() : before.quantity(),
                given.deliveredOn() != null ? given.deliveredOn() : before.deliveredOn());
    }

    private static @Nullable String or(@Nullable String given, @Nullable String before) {
        return given != null ? given : before;
    }
}
