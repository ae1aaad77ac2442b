package io.huiyin.followup.task;

import org.jspecify.annotations.Nullable;

/**
 * Whom and what a follow-up is about.
 *
 * @param severity of the complaint
 * @param department held liable
 */
public record Subject(
        @Nullable Customer customer,
        @Nullable Product product,
        @Nullable String severity,
        @Nullable String issue,
        @Nullable String department) {

    /** Nothing is known. */
    public static final Subject UNKNOWN = new Subject(null, null, null, null, null);

    /** The same, with what another knows where this one knows nothing. */
    public Subject or(Subject other) {
        return new Subject(
                customer == null ? other.customer : customer,
                product == null ? other.product : product,
                severity == null ? other.severity : severity,
                issue == null ? other.issue : issue,
                department == null ? other.department : department);
    }
}
