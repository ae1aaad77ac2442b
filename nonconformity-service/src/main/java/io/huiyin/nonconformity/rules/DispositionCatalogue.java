package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;

/** A disposition is one of the catalogue, and of these one that the profile enables. NCR-22; values {@code ncr.dispositions}. */
public final class DispositionCatalogue {

    /** By their names on the wire. */
    public static final List<String> ALL = List.of(
            "rework",
            "repair",
            "concession",
            "regrade",
            "reject",
            "return-to-supplier",
            "exchange",
            "make-up",
            "sort-and-use",
            "use-after-processing",
            "special-acceptance",
            "urgent-release",
            "scrap",
            "destruction",
            "recall",
            "apology",
            "redo-the-service",
            "compensation",
            "reject-documents");

    private static final String KEY = "ncr.dispositions";

    private DispositionCatalogue() {}

    public static boolean isKnown(String disposition) {
        return ALL.contains(disposition);
    }

    public static boolean isEnabled(String disposition, PolicyValues policies) {
        return policies.names(KEY).names().contains(disposition);
    }
}
