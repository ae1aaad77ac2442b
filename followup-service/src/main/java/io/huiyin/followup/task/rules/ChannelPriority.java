package io.huiyin.followup.task.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Channels are tried in the profile's order; where it names none the customer chooses: the one he last answered by, else the phone.
 * FUP-25; value {@code fup.channel.priority}.
 */
public final class ChannelPriority {

    private static final String KEY = "fup.channel.priority";

    private ChannelPriority() {}

    /**
     * Which are tried, the first one first.
     *
     * @param his the channel the customer last answered by, if he ever did
     */
    public static List<String> order(@Nullable String his, PolicyValues policies) {
        List<String> named = policies.names(KEY).names();
        if (!named.isEmpty()) {
            return named;
        }
        return his == null || his.equals(ContactChannel.PHONE)
                ? List.of(ContactChannel.PHONE)
                : List.of(his, ContactChannel.PHONE);
    }

    /** What is meant when no channel is said: the phone if it is tried at all, as it alone has its hours (FUP-27), else the first. */
    public static String claimed(PolicyValues policies) {
        List<String> order = order(null, policies);
        return order.contains(ContactChannel.PHONE) ? ContactChannel.PHONE : order.getFirst();
    }
}
