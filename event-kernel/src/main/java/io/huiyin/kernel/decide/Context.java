package io.huiyin.kernel.decide;

import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;

/**
 * Everything a decision may depend on besides command and state.
 *
 * @param now business time
 * @param actor who gives the command
 * @param policies the values in force
 */
public record Context(Instant now, Actor actor, PolicyValues policies) {}
