package io.huiyin.complaint.rules;

/**
 * A case of our own quality raises a nonconformity; where we are liable at all, the improvement is tracked. CMP-37.
 */
public final class NonconformityOfOwnQuality {

    private NonconformityOfOwnQuality() {}

    public static boolean isRequested(String party, String cause) {
        return party.equals(LiableParties.OWN) && cause.equals(LiableParties.QUALITY);
    }

    public static boolean isImprovementTracked(String party) {
        return SettlementIsNeeded.where(party);
    }
}
