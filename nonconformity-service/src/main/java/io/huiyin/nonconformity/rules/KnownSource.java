package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;

/** Where a nonconformity was detected is always said, by one of the known sources. NCR-03; values {@code ncr.sources}. */
public final class KnownSource {

    /** What a complaint brings (CMP-37). */
    public static final String CUSTOMER_COMPLAINT = "customer-complaint";

    private static final String KEY = "ncr.sources";

    private KnownSource() {}

    public static List<String> all(PolicyValues policies) {
        return policies.names(KEY).names();
    }

    public static boolean isKnown(String source, PolicyValues policies) {
        return all(policies).contains(source);
    }
}
