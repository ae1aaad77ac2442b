package io.huiyin.nonconformity.views.list;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.RowProjection;
import io.huiyin.kernel.projection.RowTable;
import io.huiyin.nonconformity.Dispositions;
import io.huiyin.nonconformity.Nonconformities;
import io.huiyin.nonconformity.Nonconformity.Stage;
import io.huiyin.nonconformity.NonconformityEvent;
import io.huiyin.nonconformity.NonconformityEvent.ComplaintLinked;
import io.huiyin.nonconformity.NonconformityEvent.DispositionStep;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityClassified;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityCleared;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityClosed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityConfirmed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityReported;
import io.huiyin.nonconformity.NonconformityEvent.NonconformitySegregated;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityVerified;
import io.huiyin.nonconformity.NonconformityEvent.OpinionGiven;
import io.huiyin.nonconformity.NonconformityEvent.ReviewConvened;
import io.huiyin.nonconformity.Product;
import io.huiyin.nonconformity.views.list.NonconformityListRow.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row per nonconformity for the list. */
@ApplicationScoped
public class NonconformityListProjection extends RowProjection<NonconformityListRow, NonconformityEvent> {

    /** Its name for ever. */
    public static final String NAME = "nonconformity-list";

    public NonconformityListProjection() {
        super(
                NAME,
                1,
                Set.of(Nonconformities.TOPIC),
                NonconformityEvent.class,
                RowTable.of("nonconformity_list_rows", NonconformityListRow.class, MethodHandles.lookup()));
    }

    @Override
    protected Object key(NonconformityEvent event, EventEnvelope about) {
        return about.subject();
    }

    @Override
    protected @Nullable NonconformityListRow apply(
            @Nullable NonconformityListRow row, NonconformityEvent event, EventEnvelope about) {
        return event instanceof NonconformityReported reported
                ? reported(reported, about)
                : after(Objects.requireNonNull(row, "an event before the report"), event, about.sequence());
    }

    private static NonconformityListRow after(NonconformityListRow row, NonconformityEvent event, int version) {
        return switch (event) {
            case NonconformityReported e -> throw new IllegalStateException("reported twice");
            case ComplaintLinked e -> same(row, version).linked(e.complaintId());
            case NonconformitySegregated e -> row.now(version, at(row, Stage.SEGREGATED), true, e.location());
            case NonconformityConfirmed e -> row.now(version, at(row, Stage.CONFIRMED), row.held(), row.location());
            case NonconformityCleared e -> row.now(version, at(row, Stage.CLEARED), false, row.location());
            case NonconformityClassified e ->
                row.now(version, at(row, Stage.CLASSIFIED), row.held(), row.location())
                        .judged(e.severity(), e.level());
            case ReviewConvened e -> row.now(version, at(row, Stage.REVIEW), row.held(), row.location());
            case OpinionGiven e -> same(row, version);
            case DispositionStep e ->
                row.now(
                        version,
                        new Parts(
                                row.parts().stage(), row.parts().dispositions().after(e)),
                        row.held(),
                        row.location());
            case NonconformityVerified e -> same(row, version);
            case NonconformityClosed e -> row.now(version, at(row, Stage.CLOSED), false, row.location());
        };
    }

    private static Parts at(NonconformityListRow row, Stage stage) {
        return new Parts(stage, row.parts().dispositions());
    }

    private static NonconformityListRow same(NonconformityListRow row, int version) {
        return row.now(version, row.parts(), row.held(), row.location());
    }

    private static NonconformityListRow reported(NonconformityReported e, EventEnvelope about) {
        Product product = e.product();
        Parts parts = new Parts(Stage.REPORTED, Dispositions.of(product));
        String lot = product == null ? null : product.lot();
        return new NonconformityListRow(
                about.subject(),
                e.number(),
                about.sequence(),
                parts.status(),
                e.severity(),
                null,
                e.source(),
                e.category(),
                e.complaintId(),
                e.supplier(),
                lot == null || lot.isBlank() ? null : lot.strip(),
                product == null ? null : product.name(),
                product == null ? null : product.model(),
                product == null ? null : product.quantity(),
                e.location(),
                false,
                NonconformityListRow.summary(e.finding()),
                e.reportedAt(),
                NonconformityListRow.searchable(Stream.concat(
                        Stream.of(
                                e.number(),
                                e.complaintNumber(),
                                e.supplier(),
                                lot,
                                product == null ? null : product.name(),
                                product == null ? null : product.model(),
                                e.finding()),
                        product == null ? Stream.empty() : product.serials().stream())),
                parts);
    }
}
