package io.huiyin.kernel.policy;

/** Which value a promise was made with: written into the event, so that a changed rule never rewrites the past. */
public record PolicyRef(String key, int version, String profile) {}
