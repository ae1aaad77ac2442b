package io.huiyin.nonconformity.rules;

import io.huiyin.nonconformity.Disposition;
import io.huiyin.nonconformity.Disposition.Status;
import io.huiyin.nonconformity.Dispositions;
import java.util.ArrayList;
import java.util.List;

/** A nonconformity closes only when all of it has a disposition, and each is carried out and verified. X-11, NCR-36. */
public final class ClosedLoop {

    private ClosedLoop() {}

    public static boolean isComplete(Dispositions dispositions) {
        return unmet(dispositions).isEmpty();
    }

    /** What is still to be done, a sentence each. */
    public static List<String> unmet(Dispositions dispositions) {
        List<String> unmet = new ArrayList<>();
        int undisposed = dispositions.undisposed();
        if (undisposed > 0) {
            unmet.add(dispositions.whole() == null ? "nothing is disposed of" : undisposed + " are not disposed of");
        }
        for (Disposition part : dispositions.covering()) {
            if (part.status() != Status.VERIFIED) {
                unmet.add(part.disposition() + " " + part.dispositionId() + " is "
                        + part.status().wire());
            }
        }
        return unmet;
    }
}
