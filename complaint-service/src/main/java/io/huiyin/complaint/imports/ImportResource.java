package io.huiyin.complaint.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.imports.ImportEvent.ImportStarted;
import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandProblem.KeyReused;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.PositionToken;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.rest.Responses;
import io.huiyin.kernel.rest.StrictJson;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.AppendConflict;
import io.huiyin.kernel.store.Appended;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Taking over historical cases from files. */
@Path("/v1/complaint-imports")
public class ImportResource {

    private static final String PATH = "/v1/complaint-imports/";
    private static final int REJECTS = 1000;

    private final ImportStore store;
    private final ImportFiles files;
    private final EventStore events;
    private final Requests requests;
    private final BusinessClock clock;

    ImportResource(ImportStore store, ImportFiles files, EventStore events, Requests requests, BusinessClock clock) {
        this.store = store;
        this.files = files;
        this.events = events;
        this.requests = requests;
        this.clock = clock;
    }

    /** How far an import has come. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Progress(
            UUID id,
            String sourceSystem,
            String fileName,
            String status,
            long rowsRead,
            long accepted,
            long duplicates,
            long rejected,
            @Nullable Integer percent,
            @Nullable String error) {

        static Progress of(ImportJob job) {
            boolean ended = !job.status().equals("running");
            return new Progress(
                    job.id(),
                    job.sourceSystem(),
                    job.fileName(),
                    job.status(),
                    job.rowsRead(),
                    job.accepted(),
                    job.duplicates(),
                    job.rejected(),
                    job.bytes() == 0 ? null : job.status().equals("completed") ? 100 : percent(job),
                    ended ? job.error() : null);
        }

        private static int percent(ImportJob job) {
            return (int) Math.min(99, job.bytesRead() * 100 / job.bytes());
        }
    }

    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"complaint-owner", "admin"})
    @Operation(operationId = "import-complaints", summary = "Hand in a CSV or NDJSON file of historical cases")
    @APIResponse(
            responseCode = "202",
            description = "Kept on disk; Location leads to the progress",
            content = @Content(schema = @Schema(implementation = Progress.class)))
    public Uni<RestResponse<String>> start(@RestForm @Nullable FileUpload file, @RestForm @Nullable String mapping) {
        if (file == null) {
            throw new InvalidInput("/file", "must be given: CSV or NDJSON");
        }
        if (mapping == null) {
            throw new InvalidInput("/mapping", "must be given");
        }
        ImportMapping checked = mapping(mapping);
        java.nio.file.Path upload = file.uploadedFile();
        ImportReader.Format format = format(file);
        checked.check(header(upload, format));
        String canonical = EventJson.write(checked);
        CommandRequest request = requests.withFingerprint(ImportFiles.digest(upload) + canonical);
        UUID id = Ids.next();
        ImportJob job = new ImportJob(
                id,
                checked.system(),
                String.valueOf(file.fileName()).replace("\u0000", ""),
                file.size(),
                format,
                canonical,
                CommandHandler.named(request.actor()),
                "running",
                0,
                0,
                0,
                0,
                0,
                null);
        files.keep(upload, id);
        return create(job, checked, request);
    }

    private Uni<RestResponse<String>> create(ImportJob job, ImportMapping mapping, CommandRequest request) {
        String location = PATH + job.id();
        String body = EventJson.write(Progress.of(job));
        ImportStarted started = new ImportStarted(
                job.fileName(),
                job.bytes(),
                job.sourceSystem(),
                mapping.deduplicate() == null ? "reference" : mapping.deduplicate());
        String key = request.key();
        Append append = new Append(
                List.of(ImportRunner.event(job.id(), 1, started, clock.instant())),
                job.actor(),
                request.correlationId(),
                request.traceparent(),
                key == null
                        ? null
                        : new Append.KeyedAnswer(request.actor().id(), key, request.fingerprint(), 202, body, location),
                null,
                null);
        return store.create(job, append)
                .map(appended -> new Answer(202, body, location, 1, token(job.id(), appended), false))
                .onFailure()
                .invoke(failure -> files.delete(job.id()))
                .onFailure(AppendConflict.class)
                .recoverWithUni(conflict -> replay(request, conflict))
                .map(Responses::of);
    }

    private static String token(UUID id, Appended appended) {
        return new PositionToken(Complaints.TOPIC, Partitions.of(id), appended.position()).encode();
    }

    private Uni<Answer> replay(CommandRequest request, AppendConflict conflict) {
        String key = request.key();
        if (key == null) {
            return Uni.createFrom().failure(conflict);
        }
        return events.findAnswer(request.actor().id(), key).map(found -> {
            Append.FoundAnswer answer = found.orElseThrow(() -> conflict);
            if (!answer.fingerprint().equals(request.fingerprint())) {
                throw new KeyReused(key);
            }
            return new Answer(answer.status(), answer.answer(), answer.location(), answer.version(), null, true);
        });
    }

    private static ImportMapping mapping(String text) {
        try {
            return EventJson.strictly().readValue(text, ImportMapping.class);
        } catch (JsonProcessingException e) {
            throw StrictJson.invalid("/mapping", e);
        }
    }

    /** By name or content type; what is neither is CSV. */
    private static ImportReader.Format format(FileUpload file) {
        String name = String.valueOf(file.fileName());
        String type = String.valueOf(file.contentType());
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") || type.contains("ndjson")
                ? ImportReader.Format.NDJSON
                : ImportReader.Format.CSV;
    }

    private static @Nullable List<String> header(java.nio.file.Path file, ImportReader.Format format) {
        try (ImportReader reader = ImportReader.open(file, format)) {
            List<String> header = reader.header();
            if (header != null && header.isEmpty()) {
                throw new InvalidInput("/file", "is empty: a header is expected");
            }
            return header;
        } catch (ImportReader.UnreadableFile e) {
            throw new InvalidInput("/file", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new InvalidInput("/file", "is not UTF-8 text");
        }
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"complaint-owner", "auditor", "admin"})
    @Operation(operationId = "complaint-import", summary = "How far an import has come")
    public Uni<Progress> progress(UUID id) {
        return store.find(id).map(job -> Progress.of(job.orElseThrow(() -> new NotFound("complaint-import", id))));
    }

    @GET
    @Blocking
    @Path("/{id}/rejects")
    @Produces("application/x-ndjson")
    @RolesAllowed({"complaint-owner", "auditor", "admin"})
    @Operation(
            operationId = "complaint-import-rejects",
            summary = "The rows that made no case, a line each with the reasons")
    public StreamingOutput rejects(UUID id) {
        if (store.find(id).await().indefinitely().isEmpty()) {
            throw new NotFound("complaint-import", id);
        }
        return out -> {
            long after = 0;
            List<ImportStore.RejectLine> lines = store.rejects(id, after, REJECTS);
            while (!lines.isEmpty()) {
                for (ImportStore.RejectLine line : lines) {
                    out.write(("{\"row\":" + line.row() + ",\"reasons\":" + line.reasons() + "}\n")
                            .getBytes(StandardCharsets.UTF_8));
                }
                after = lines.getLast().row();
                lines = store.rejects(id, after, REJECTS);
            }
        };
    }
}
