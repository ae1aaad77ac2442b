package io.huiyin.nonconformity.rules;

import java.util.Set;

/**
 * What uses an item as it is, against its requirement (concession, special acceptance, urgent release), is allowed only where the
 * profile enables it. NCR-26; §11 no. 8.
 */
public final class ConcessionConditions {

    private static final Set<String> AGAINST_THE_REQUIREMENT =
            Set.of("concession", "special-acceptance", "urgent-release");

    private ConcessionConditions() {}

    public static boolean isConcession(String disposition) {
        return AGAINST_THE_REQUIREMENT.contains(disposition);
    }
}
