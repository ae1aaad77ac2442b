package io.huiyin.complaint.rules;

/**
 * Where we are liable, alone or with others, the customer is offered a settlement; where we are not, he is given the explanation.
 * CMP-34, CMP-38.
 */
public final class SettlementIsNeeded {

    private SettlementIsNeeded() {}

    public static boolean where(String party) {
        return party.equals(LiableParties.OWN) || party.equals(LiableParties.SHARED);
    }
}
