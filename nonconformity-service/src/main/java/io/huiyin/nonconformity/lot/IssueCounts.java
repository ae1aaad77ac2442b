package io.huiyin.nonconformity.lot;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many complaints name each issue. */
record IssueCounts(SortedMap<String, Integer> counts) {

    static final IssueCounts NONE = new IssueCounts(Collections.emptySortedMap());

    IssueCounts with(@Nullable String issue, int change) {
        if (issue == null || issue.isBlank()) {
            return this;
        }
        SortedMap<String, Integer> changed = new TreeMap<>(counts);
        changed.merge(issue, change, (before, more) -> before + more == 0 ? null : before + more);
        return new IssueCounts(Collections.unmodifiableSortedMap(changed));
    }
}
