package io.huiyin.complaint.imports;

import io.huiyin.complaint.Complaint;
import io.huiyin.complaint.ComplaintCommand;
import io.huiyin.complaint.ComplaintDecider;
import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.imports.ImportEvent.ImportCompleted;
import io.huiyin.complaint.imports.ImportEvent.ImportFailed;
import io.huiyin.complaint.rules.CaseNumber;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.lease.Leases;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.NewEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works on imports, one at a time per posting system, a batch of rows per transaction. Whoever is killed in the middle leaves a
 * whole number of batches behind; the next runner goes on at the row the job's counter names.
 */
@ApplicationScoped
class ImportRunner {

    static final EventNames<ImportEvent> NAMES = EventNames.of(ImportEvent.class);
    static final String AGGREGATE = "complaint-import";

    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    /** Rows per transaction: the relay waits for open transactions, so they stay short. */
    private static final int BATCH = 250;

    private static final Duration LOOK = Duration.ofMillis(300);

    private final ImportStore store;
    private final ImportFiles files;
    private final Leases leases;
    private final Complaints complaints;
    private final ComplaintDecider decider = new ComplaintDecider();
    private final AbsentFiles absent;
    private final Map<UUID, Thread> working = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private @Nullable Thread thread;

    ImportRunner(
            ImportStore store,
            ImportFiles files,
            Leases leases,
            Complaints complaints,
            @ConfigProperty(name = "huiyin.imports.patience") Duration patience) {
        this.store = store;
        this.files = files;
        this.leases = leases;
        this.complaints = complaints;
        this.absent = new AbsentFiles(patience);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("imports").start(this::look);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
            looking.join(LOOK.multipliedBy(3));
        }
        for (Thread worker : working.values()) {
            worker.join(Duration.ofSeconds(5));
        }
    }

    private void look() {
        while (!stopping) {
            try {
                for (ImportJob job : store.due()) {
                    if (!working.containsKey(job.id()) && absent.mayTry(job.id(), System.nanoTime())) {
                        begin(job);
                    }
                }
            } catch (RuntimeException e) {
                LOG.debugf("looking for imports: %s", e);
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void begin(ImportJob job) {
        String lease = "import:" + job.sourceSystem();
        OptionalLong epoch = leases.acquire(lease);
        if (epoch.isEmpty()) {
            absent.forget(job.id());
            return;
        }
        Thread worker = Thread.ofPlatform().name(lease).unstarted(() -> {
            try {
                work(job, lease, epoch.getAsLong());
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("import %s stops at row %d and will be taken up again: %s", job.id(), job.rowsRead(), e);
                }
            } finally {
                working.remove(job.id());
            }
        });
        working.put(job.id(), worker);
        worker.start();
    }

    private void work(ImportJob found, String lease, long epoch) {
        ImportJob job = current(found);
        if (!job.status().equals("running")) {
            return;
        }
        try (ImportReader reader = ImportReader.open(files.path(job.id()), job.format())) {
            skip(reader, job.rowsRead());
            ImportJob done = rows(job, reader, lease, epoch);
            if (done != null) {
                end(
                        done,
                        "completed",
                        null,
                        new ImportCompleted(done.rowsRead(), done.accepted(), done.duplicates(), done.rejected()));
                leases.release(lease, epoch);
            }
        } catch (ImportReader.UnreadableFile e) {
            ImportJob stopped = current(job);
            String reason = String.valueOf(e.getMessage());
            end(stopped, "failed", reason, new ImportFailed(reason, stopped.rowsRead()));
        } catch (IOException e) {
            fileIsNotHere(job, e);
            leases.release(lease, epoch);
        }
    }

    /** Leaves the import to an instance that has the file; when none comes for it, it has failed. */
    private void fileIsNotHere(ImportJob job, IOException failure) {
        switch (absent.missed(job.id(), System.nanoTime())) {
            case FIRST_TIME ->
                LOG.warnf("import %s waits for its file, or for an instance that has it: %s", job.id(), failure);
            case AGAIN -> LOG.debugf("import %s still waits for its file", job.id());
            case FOR_GOOD -> {
                LOG.warnf("import %s has failed: its file did not come back", job.id());
                String reason = "after row " + job.rowsRead() + ": the file is no longer there; hand it in again";
                end(job, "failed", reason, new ImportFailed(reason, job.rowsRead()));
                absent.forget(job.id());
            }
        }
    }

    private ImportJob current(ImportJob job) {
        return store.find(job.id()).await().indefinitely().orElse(job);
    }

    private static void skip(ImportReader reader, long rows) {
        for (long row = 0; row < rows; row++) {
            if (reader.next() == null) {
                return;
            }
        }
    }

    /** Reads on to the end; null when the service stops or another runner has taken over. */
    private @Nullable ImportJob rows(ImportJob started, ImportReader reader, String lease, long epoch) {
        ImportMapping mapping = EventJson.read(started.mapping(), ImportMapping.class);
        RowCase cases = new RowCase(mapping);
        ImportJob job = started;
        long renewed = System.nanoTime();
        List<ImportRow> batch = new ArrayList<>(BATCH);
        while (!stopping) {
            ImportRow row = reader.next();
            if (row != null) {
                batch.add(row);
            }
            if (batch.size() == BATCH || (row == null && !batch.isEmpty())) {
                ImportJob next = take(job, mapping, cases, List.copyOf(batch), reader.bytesRead());
                if (next == null) {
                    return null;
                }
                job = next;
                batch.clear();
            }
            if (row == null) {
                return job;
            }
            if (System.nanoTime() - renewed > Leases.RENEWAL.toNanos()) {
                if (!leases.renew(lease, epoch)) {
                    return null;
                }
                renewed = System.nanoTime();
            }
        }
        return null;
    }

    private record Candidate(ImportRow row, RowCase.Fields fields, Instant receivedAt, UUID hash, UUID stream) {}

    /** One batch in one transaction; null when another runner has moved the job. */
    private @Nullable ImportJob take(
            ImportJob job, ImportMapping mapping, RowCase cases, List<ImportRow> rows, long bytesRead) {
        List<ImportStore.Reject> rejects = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>(rows.size());
        for (ImportRow row : rows) {
            RowCase.Fields fields = cases.read(row);
            Instant receivedAt = fields.receivedAt();
            if (receivedAt == null || !fields.reasons().isEmpty()) {
                rejects.add(new ImportStore.Reject(row.number(), fields.reasons()));
            } else {
                candidates.add(new Candidate(row, fields, receivedAt, row.hash(), Ids.next()));
            }
        }
        ImportJob after = store.inTransaction(connection -> {
            List<Candidate> fresh = fresh(connection, mapping, candidates);
            append(connection, job, cases, fresh);
            store.reject(connection, job.id(), rejects);
            ImportJob moved = job.after(
                    rows.getLast().number(), fresh.size(), candidates.size() - fresh.size(), rejects.size(), bytesRead);
            if (!store.move(connection, job, moved, "running", null)) {
                throw new Overtaken();
            }
            return moved;
        });
        store.committed();
        return after;
    }

    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Those that are no duplicates, by the mapping's mode. Row hashes are kept in every mode. */
    private List<Candidate> fresh(SqlConnection connection, ImportMapping mapping, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Set<UUID> newRows = store.freshRows(
                connection,
                mapping.system(),
                candidates.stream().map(Candidate::hash).toList());
        Set<Object> taken = new HashSet<>();
        Predicate<Candidate> isNewRow = candidate -> newRows.contains(candidate.hash()) && taken.add(candidate.hash());
        return switch (mapping.mode()) {
            case NONE -> {
                freshReferences(connection, mapping, candidates);
                yield candidates;
            }
            case EXACT_ROW -> {
                // Only rows that become cases take their reference, so that none leads to a case that is not there.
                List<Candidate> fresh = candidates.stream().filter(isNewRow).toList();
                freshReferences(connection, mapping, fresh);
                yield fresh;
            }
            case REFERENCE -> {
                Set<String> newReferences = freshReferences(connection, mapping, candidates);
                yield candidates.stream()
                        .filter(candidate -> {
                            String reference = candidate.fields().reference();
                            // A row that names no reference is known by what it says.
                            return reference == null
                                    ? isNewRow.test(candidate)
                                    : newReferences.contains(reference) && taken.add(reference);
                        })
                        .toList();
            }
        };
    }

    private Set<String> freshReferences(SqlConnection connection, ImportMapping mapping, List<Candidate> candidates) {
        List<Candidate> named = candidates.stream()
                .filter(candidate -> candidate.fields().reference() != null)
                .toList();
        return named.isEmpty()
                ? Set.of()
                : store.freshReferences(
                        connection,
                        mapping.system(),
                        named.stream()
                                .map(candidate ->
                                        String.valueOf(candidate.fields().reference()))
                                .toList(),
                        named.stream().map(Candidate::stream).toList());
    }

    private void append(SqlConnection connection, ImportJob job, RowCase cases, List<Candidate> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        CommandHandler<ComplaintCommand, Complaint, ComplaintEvent> handler = complaints.handler();
        Context context =
                handler.context(new Actor(job.actor().id(), job.actor().name(), Set.of("system"), null, null, null));
        CaseNumber.Series series = CaseNumber.imported(context.now(), context.policies());
        long serial = store.takeNumbers(connection, series, fresh.size());
        List<NewEvent> events = new ArrayList<>(fresh.size() * 2);
        for (Candidate candidate : fresh) {
            ComplaintCommand command = cases.command(
                    series.print(serial),
                    job.id(),
                    candidate.row().number(),
                    candidate.fields(),
                    candidate.receivedAt());
            serial++;
            events.addAll(handler.recordable(
                    candidate.stream(), 0, decider.decide(command, decider.initial(), context), context.now(), null));
        }
        store.append(connection, new Append(events, job.actor(), job.id().toString(), null, null, null, null));
    }

    private void end(ImportJob job, String status, @Nullable String error, ImportEvent event) {
        store.inTransaction(connection -> {
            if (!store.move(connection, job, job, status, error)) {
                throw new Overtaken();
            }
            store.append(
                    connection,
                    new Append(
                            List.of(event(
                                    job.id(),
                                    2,
                                    event,
                                    complaints
                                            .handler()
                                            .context(Actor.system("import"))
                                            .now())),
                            job.actor(),
                            job.id().toString(),
                            null,
                            null,
                            null,
                            null));
            return job;
        });
        store.committed();
        files.delete(job.id());
    }

    static NewEvent event(UUID id, int version, ImportEvent event, Instant now) {
        return new NewEvent(
                id,
                version,
                AGGREGATE,
                Ids.next(),
                NAMES.nameOf(event),
                NAMES.versionOf(event),
                now,
                EventJson.write(event),
                null);
    }
}
