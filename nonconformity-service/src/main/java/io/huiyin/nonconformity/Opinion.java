package io.huiyin.nonconformity;

/**
 * What a member of the review says.
 *
 * @param vote {@code agree}, {@code disagree} or {@code abstain}
 * @param round of the review; a failed re-inspection begins the next one
 */
public record Opinion(String member, String opinion, String vote, int round) {}
