package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.nonconformity.Nonconformity.Origin;
import io.huiyin.nonconformity.Nonconformity.Review;

/**
 * The profile says who verifies a disposition: quality, the discoverer, or the members of the review. NCR-36, NCR-04; §11 no. 7;
 * value {@code ncr.verifier}.
 */
public final class Verifier {

    private static final String KEY = "ncr.verifier";
    private static final String QUALITY = "quality";
    private static final String DISCOVERER = "discoverer";

    private Verifier() {}

    /** Whether it is the quality department, so that the role alone decides. */
    public static boolean isQuality(PolicyValues policies) {
        return policies.word(KEY).equals(QUALITY);
    }

    public static boolean isOne(Actor actor, Origin origin, Review review, PolicyValues policies) {
        if (isQuality(policies)) {
            return actor.isAny(QUALITY);
        }
        return policies.word(KEY).equals(DISCOVERER)
                ? actor.id().equals(origin.discoverer())
                : ReviewBoard.isMember(actor.id(), review.members());
    }
}
