package io.huiyin.kernel.decide;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;

/**
 * Everything a decision may depend on besides command and state.
 *
 * @param now business time
 * @param actor who gives the command
 * @param policies the values in force
 * @param calendar when work is done
 */
public record Context(Instant now, Actor actor, PolicyValues policies, BusinessCalendar calendar) {}
