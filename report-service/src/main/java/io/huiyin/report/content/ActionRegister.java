package io.huiyin.report.content;

import io.huiyin.report.statistics.Span;
import io.huiyin.report.views.facts.FactSnapshot;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where reports and key figures take improvement actions from (RPT-39). */
public interface ActionRegister {

    /**
     * An action that is not done with.
     *
     * @param overdue whether its due day passed and it is not verified
     */
    record OpenAction(
            UUID id,
            String number,
            String problem,
            @Nullable String department,
            @Nullable String person,
            @Nullable LocalDate dueOn,
            boolean overdue,
            String status) {}

    /**
     * The register as it stands.
     *
     * @param due actions whose due day fell in the period
     * @param effective those of them that were verified effective
     * @param open all that are not done with, however many are listed
     * @param listed the first of them, the earliest due first
     */
    record Actions(long due, long effective, long open, List<OpenAction> listed) {

        public static final Actions NONE = new Actions(0, 0, 0, List.of());
    }

    /** The view it reads; what that lacks, the figures lack. */
    String view();

    /**
     * Reads the register of a period in a snapshot; lists at most so many.
     *
     * @param today the day that due dates are judged by
     */
    Uni<Actions> read(FactSnapshot snapshot, Span period, LocalDate today, int limit);
}
