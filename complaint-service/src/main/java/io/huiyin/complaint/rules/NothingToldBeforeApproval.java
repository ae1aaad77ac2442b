package io.huiyin.complaint.rules;

import io.huiyin.complaint.ComplaintStatus;
import org.jspecify.annotations.Nullable;

/**
 * The customer is told nothing but what has been approved; where we are not liable and offer nothing, there is nothing to approve.
 * CMP-40, CMP-34.
 */
public final class NothingToldBeforeApproval {

    private NothingToldBeforeApproval() {}

    /** Whether he may be told now. */
    public static boolean isMet(ComplaintStatus status, @Nullable String liableParty) {
        return status == ComplaintStatus.APPROVED
                || (status == ComplaintStatus.LIABILITY_DETERMINED
                        && liableParty != null
                        && !SettlementIsNeeded.where(liableParty));
    }
}
