package io.huiyin.complaint.numbers;

import io.huiyin.kernel.event.EventName;

/** Facts about a series of serial numbers. */
public sealed interface NumberEvent {

    /** Numbers were left out on purpose; they will never be given. */
    @EventName("complaint-numbers-skipped")
    record NumbersSkipped(String series, long first, long last, String reason) implements NumberEvent {}
}
