package io.huiyin.report.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The complaints that share some keys.
 *
 * @param keys one per dimension; null where it is blank
 */
public record Counted(List<@Nullable String> keys, Tally tally) {}
