package io.huiyin.complaint.rules;

import io.huiyin.complaint.Complaint.Case;
import io.huiyin.complaint.Complaint.CustomerSide;
import io.huiyin.complaint.Complaint.Liability;
import io.huiyin.complaint.Complaint.Settlement;
import io.huiyin.complaint.ComplaintStatus;
import io.huiyin.kernel.decide.FieldFault;
import java.util.ArrayList;
import java.util.List;

/**
 * A case closes only when liability is set, the settlement is approved and carried out or none is needed, the customer has been
 * informed, his decision or our final answer is recorded, and the result is verified. CMP-49, X-11.
 */
public final class ClosureGate {

    private ClosureGate() {}

    /** Every condition that is not met, each with where it would be seen. */
    public static List<FieldFault> unmet(Case complaint) {
        List<FieldFault> unmet = new ArrayList<>();
        Liability liability = complaint.liability();
        Settlement settlement = complaint.settlement();
        CustomerSide customer = complaint.customerSide();
        if (liability == null) {
            unmet.add(new FieldFault("/liability", "is not determined"));
        } else if (settlement == null ? SettlementIsNeeded.where(liability.party()) : !settlement.approved()) {
            unmet.add(new FieldFault("/settlement", settlement == null ? "is not proposed" : "is not approved"));
        }
        if (!customer.informed()) {
            unmet.add(new FieldFault("/customerInformed", "the customer has not been informed"));
        }
        if (!CustomerSide.isDecided(customer)) {
            unmet.add(new FieldFault("/customerDecision", "neither an acceptance nor a final answer is recorded"));
        }
        if (complaint.status() != ComplaintStatus.IMPLEMENTED && complaint.status() != ComplaintStatus.VERIFIED) {
            unmet.add(new FieldFault("/implemented", "what was agreed has not been carried out"));
        }
        if (complaint.status() != ComplaintStatus.VERIFIED) {
            unmet.add(new FieldFault("/verified", "the result has not been verified"));
        }
        return unmet;
    }
}
