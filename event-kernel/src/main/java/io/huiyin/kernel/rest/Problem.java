package io.huiyin.kernel.rest;

import io.huiyin.kernel.decide.FieldFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer by RFC 9457.
 *
 * @param type {@code /problems/<slug>}; never changes
 * @param title one sentence in the asked language
 * @param traceId to find the request in logs and events
 * @param rule the rule of the rulebook that says no
 * @param errors each wrong field by JSON pointer
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String instance,
        String traceId,
        @Nullable String rule,
        @Nullable List<FieldFault> errors) {}
