package io.huiyin.followup.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of handling that a follow-up asks about.
 *
 * @param closing which closing or declining of the complaint, from 1
 * @param handledAt when it ended: where the follow-up's time limit starts
 */
public record Handled(UUID complaintId, @Nullable String complaintNumber, int closing, Instant handledAt) {}
