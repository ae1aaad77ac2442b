package io.huiyin.complaint.rules;

/** Liability is determined on the record of an investigation. CMP-32. */
public final class InvestigationBeforeLiability {

    private InvestigationBeforeLiability() {}

    public static boolean isMet(int findings) {
        return findings > 0;
    }
}
