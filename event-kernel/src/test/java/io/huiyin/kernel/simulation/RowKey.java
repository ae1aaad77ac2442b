package io.huiyin.kernel.simulation;

import java.util.UUID;

/** The key of a view's row; the row is the list of the sequences it has seen. */
public record RowKey(int generation, UUID subject) {}
