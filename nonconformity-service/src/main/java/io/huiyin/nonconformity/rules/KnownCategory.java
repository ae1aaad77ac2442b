package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;

/**
 * Materials, products, equipment, services, environment, documents and activities are recorded as one kind of nonconformity with a
 * category. NCR-01; values {@code ncr.categories}.
 */
public final class KnownCategory {

    /** A product in its customer's hands. */
    public static final String DELIVERED = "delivered";

    /** What was done for a customer. */
    public static final String SERVICE = "service";

    private static final String KEY = "ncr.categories";

    private KnownCategory() {}

    public static List<String> all(PolicyValues policies) {
        return policies.names(KEY).names();
    }

    public static boolean isKnown(String category, PolicyValues policies) {
        return all(policies).contains(category);
    }
}
