package io.huiyin.complaint;

import org.jspecify.annotations.Nullable;

/** Personal data, all in one place, so that it can be encrypted per person and shredded later. */
public record Person(
        String personId,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address) {

    /** Whether he can be reached. */
    public boolean hasContact() {
        return isGiven(phone) || isGiven(email) || isGiven(address);
    }

    static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
