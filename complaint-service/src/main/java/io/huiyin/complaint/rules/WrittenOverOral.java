package io.huiyin.complaint.rules;

import io.huiyin.complaint.Filing;
import io.huiyin.kernel.policy.PolicyValues;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code records.oral} forbids it, what is only said by phone is not taken as a complaint: it is handed in in writing. A simple
 * enquiry may always be made by phone. X-13; §11 no. 12.
 */
public final class WrittenOverOral {

    private static final String KEY = "records.oral";
    private static final String FORBIDDEN = "forbidden";
    private static final String ENQUIRY = "enquiry";
    private static final Set<String> ORAL = Set.of("phone");

    private WrittenOverOral() {}

    /** Whether a filing may come the way it came. */
    public static boolean isTaken(Filing filing, PolicyValues policies) {
        return !policies.word(KEY).equals(FORBIDDEN) || !isOral(filing.channel()) || ENQUIRY.equals(filing.category());
    }

    private static boolean isOral(@Nullable String channel) {
        return channel != null && ORAL.contains(channel);
    }
}
