package io.huiyin.followup.task;

import org.jspecify.annotations.Nullable;

/** Personal data, all in one place, so that it can be encrypted per person and shredded later. */
public record Person(
        String personId,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address) {}
