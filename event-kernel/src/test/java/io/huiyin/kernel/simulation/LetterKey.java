package io.huiyin.kernel.simulation;

/** The key of a dead letter. */
public record LetterKey(long id) {}
