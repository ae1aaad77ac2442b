package io.huiyin.nonconformity;

import org.jspecify.annotations.Nullable;

/** What the sheet says of a finding. */
public record Filing(
        @Nullable String source,
        @Nullable String category,
        @Nullable String severity,
        @Nullable Product product,
        @Nullable String supplier,
        @Nullable String location,
        @Nullable String finding,
        @Nullable String standard) {}
