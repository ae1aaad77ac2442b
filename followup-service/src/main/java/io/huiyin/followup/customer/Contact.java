package io.huiyin.followup.customer;

import io.huiyin.followup.incoming.complaint.ComplaintFact;
import org.jspecify.annotations.Nullable;

/** How a customer is called and reached, as he said it: the personal data of a row, in one place. */
record Contact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address) {

    static final Contact NONE = new Contact(null, null, null, null);

    static Contact of(ComplaintFact.@Nullable Person person) {
        return person == null ? NONE : new Contact(person.name(), person.phone(), person.email(), person.address());
    }
}
