package io.huiyin.nonconformity.rules;

import io.huiyin.nonconformity.Disposition;
import io.huiyin.nonconformity.Dispositions;
import io.huiyin.nonconformity.Nonconformity.Stage;
import io.huiyin.nonconformity.NonconformityStatus;
import java.util.Comparator;

/**
 * The whole stands where its least advanced part stands; a part that no disposition covers, or whose disposition was sent back or
 * failed, is under review. X-11; RULEBOOK §4.9.
 */
public final class LeastAdvanced {

    private LeastAdvanced() {}

    public static NonconformityStatus status(Stage stage, Dispositions dispositions) {
        return switch (stage) {
            case REPORTED -> NonconformityStatus.REPORTED;
            case SEGREGATED -> NonconformityStatus.SEGREGATED;
            case CLEARED -> NonconformityStatus.CLEARED;
            case CONFIRMED -> NonconformityStatus.CONFIRMED;
            case CLASSIFIED -> NonconformityStatus.CLASSIFIED;
            case REVIEW -> ofParts(dispositions);
            case CLOSED -> NonconformityStatus.CLOSED;
        };
    }

    private static NonconformityStatus ofParts(Dispositions dispositions) {
        if (dispositions.undisposed() > 0) {
            return NonconformityStatus.UNDER_REVIEW;
        }
        return dispositions.covering().stream()
                .map(LeastAdvanced::ofPart)
                .min(Comparator.naturalOrder())
                .orElse(NonconformityStatus.UNDER_REVIEW);
    }

    /** What is executed and only waits for its verification is behind what is being inspected again: §4.9 passes through both. */
    private static NonconformityStatus ofPart(Disposition part) {
        return switch (part.status()) {
            case RETURNED, FAILED -> NonconformityStatus.UNDER_REVIEW;
            case PROPOSED -> NonconformityStatus.DISPOSITION_PROPOSED;
            case APPROVED -> NonconformityStatus.DISPOSITION_APPROVED;
            case EXECUTED -> NonconformityStatus.EXECUTED;
            case REINSPECTION -> NonconformityStatus.REINSPECTION;
            case VERIFIED -> NonconformityStatus.VERIFIED;
        };
    }
}
