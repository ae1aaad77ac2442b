package io.huiyin.nonconformity.rules;

import io.huiyin.nonconformity.Nonconformity.Review;

/**
 * Nothing is disposed of without a recorded opinion of the review; what failed its re-inspection is reviewed again, so that an
 * opinion of the time before does not serve. NCR-19, NCR-35.
 */
public final class ReviewBeforeDisposition {

    private ReviewBeforeDisposition() {}

    public static boolean isRecorded(Review review) {
        return review.opinions().stream().anyMatch(opinion -> opinion.round() == review.round());
    }
}
