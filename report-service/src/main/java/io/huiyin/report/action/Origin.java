package io.huiyin.report.action;

import org.jspecify.annotations.Nullable;

/**
 * What an action came from.
 *
 * @param kind one of {@link io.huiyin.report.action.rules.KnownOrigin#KINDS}
 * @param id the report, complaint, follow-up or nonconformity; for a review or a survey whatever names it
 */
public record Origin(String kind, @Nullable String id) {}
