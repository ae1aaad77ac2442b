package io.huiyin.kernel.command;

import io.huiyin.kernel.store.Append;
import org.jspecify.annotations.Nullable;

/** What else a creation takes: what the outside calls the thing, and a serial number. */
public record Creation(Append.@Nullable NaturalKey natural, Append.@Nullable Series series) {

    public static final Creation PLAIN = new Creation(null, null);
}
