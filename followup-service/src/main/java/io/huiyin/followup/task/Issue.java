package io.huiyin.followup.task;

import org.jspecify.annotations.Nullable;

/** What the customer says is still wrong. */
public record Issue(
        String description,
        @Nullable String severity,
        @Nullable String demand) {}
