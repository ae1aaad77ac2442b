package io.huiyin.kernel.simulation;

/** The key of a checkpoint of a view or policy. */
public record MarkKey(String view, int generation, int partition) {}
