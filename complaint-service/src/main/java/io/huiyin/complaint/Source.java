package io.huiyin.complaint;

import org.jspecify.annotations.Nullable;

/** The system that posted a case, and what it calls it there. */
public record Source(String system, @Nullable String reference) {}
