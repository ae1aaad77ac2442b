package io.huiyin.kernel.simulation;

import java.util.UUID;

/** The key of a reaction. */
public record ReactionKey(String policy, UUID cause, int place) {}
