package io.huiyin.followup.task.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;

/** Customers are called by phone only within {@code fup.callWindow}; other channels disturb nobody and are always open. FUP-27. */
public final class CallWindow {

    private static final String KEY = "fup.callWindow";

    private CallWindow() {}

    public static boolean isOpen(String channel, Instant at, PolicyValues policies) {
        return nextOpening(channel, at, policies).equals(at);
    }

    /** The instant itself when he may be contacted then, else the first one after it when he may. */
    public static Instant nextOpening(String channel, Instant at, PolicyValues policies) {
        return channel.equals(ContactChannel.PHONE)
                ? policies.callWindow(KEY).nextOpening(at, policies.zone("business.zone"))
                : at;
    }
}
