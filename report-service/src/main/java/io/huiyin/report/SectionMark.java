package io.huiyin.report;

/**
 * What a section holds, as far as the workflow asks.
 *
 * @param key which of the six
 * @param none whether it is marked "none this period"
 * @param filled whether it has figures
 */
public record SectionMark(String key, boolean none, boolean filled) {}
