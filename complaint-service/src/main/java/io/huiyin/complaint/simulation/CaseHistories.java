package io.huiyin.complaint.simulation;

import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.ComplaintEvent.ClarificationAsked;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintAcknowledged;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.ComplaintEvent.ComplaintHeld;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.complaint.ComplaintEvent.ComplaintReopened;
import io.huiyin.complaint.ComplaintEvent.ComplaintResumed;
import io.huiyin.complaint.ComplaintEvent.ComplaintVerified;
import io.huiyin.complaint.ComplaintEvent.CustomerInformed;
import io.huiyin.complaint.ComplaintEvent.DateAgreed;
import io.huiyin.complaint.ComplaintEvent.HandedOver;
import io.huiyin.complaint.ComplaintEvent.ResultTracked;
import io.huiyin.complaint.ComplaintEvent.SettlementProposed;
import io.huiyin.complaint.ComplaintEvent.VisitRequested;
import io.huiyin.complaint.ComplaintEvent.VisitorArrived;
import io.huiyin.complaint.PromisedClock.Happened;
import io.huiyin.kernel.event.EventNames;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Reads of every native case what its clocks follow from, page by page in the order of the streams, whole cases only. Blocks. */
@ApplicationScoped
class CaseHistories {

    private static final EventNames<ComplaintEvent> NAMES = EventNames.of(ComplaintEvent.class);
    private static final int PAGE = 2_000;

    private static final String[] WANTED = Stream.of(
                    ComplaintRegistered.class,
                    ComplaintAccepted.class,
                    ComplaintReopened.class,
                    ComplaintHeld.class,
                    ComplaintResumed.class,
                    ComplaintClosed.class,
                    ComplaintDeclined.class,
                    HandedOver.class,
                    ComplaintAcknowledged.class,
                    ClarificationAsked.class,
                    CustomerInformed.class,
                    SettlementProposed.class,
                    ComplaintVerified.class,
                    DateAgreed.class,
                    VisitRequested.class,
                    VisitorArrived.class,
                    ResultTracked.class)
            .map(type -> NAMES.all().stream()
                    .filter(name -> type.equals(NAMES.classOf(name)))
                    .findFirst()
                    .orElseThrow())
            .toArray(String[]::new);

    private static final String QUERY = "select stream, type, type_version, occurred_at, data::text from event "
            + "where aggregate = 'complaint' and type = any($1) and stream > $2 order by stream, version limit $3";

    private final Pool pool;

    CaseHistories(Pool pool) {
        this.pool = pool;
    }

    void forEach(BiConsumer<UUID, List<Happened>> taker) {
        UUID after = new UUID(0, 0);
        while (true) {
            RowSet<Row> rows = pool.preparedQuery(QUERY).executeAndAwait(Tuple.of(WANTED, after, PAGE));
            Map<UUID, List<Happened>> cases = new LinkedHashMap<>();
            UUID last = after;
            for (Row row : rows) {
                last = row.getUUID(0);
                ComplaintEvent event = NAMES.read(row.getString(1), row.getInteger(2), row.getString(4));
                if (event != null) {
                    cases.computeIfAbsent(last, id -> new ArrayList<>())
                            .add(new Happened(event, row.getOffsetDateTime(3).toInstant()));
                }
            }
            if (rows.rowCount() < PAGE) {
                cases.forEach(taker);
                return;
            }
            // The last one may go on behind the page.
            cases.remove(last);
            if (cases.isEmpty()) {
                throw new IllegalStateException("the case " + last + " has more than " + PAGE + " events");
            }
            for (Map.Entry<UUID, List<Happened>> each : cases.entrySet()) {
                taker.accept(each.getKey(), each.getValue());
                after = each.getKey();
            }
        }
    }
}
