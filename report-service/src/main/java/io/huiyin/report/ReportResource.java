package io.huiyin.report;

import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.rest.History;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.rest.Responses;
import io.huiyin.report.ReportCommand.ApproveReport;
import io.huiyin.report.ReportCommand.IssueReport;
import io.huiyin.report.ReportCommand.ReturnReport;
import io.huiyin.report.ReportCommand.SubmitReport;
import io.huiyin.report.page.Format;
import io.huiyin.report.page.ReportHtml;
import io.huiyin.report.rules.ReportApprover;
import io.huiyin.report.statistics.Span;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reports over HTTP: compile, submit, return, approve, issue, supersede, read. */
@Path(Reports.PATH)
public class ReportResource {

    private static final int LONG = 4_000;
    private static final int SHORT = 200;

    private final Reports reports;
    private final ReportHtml html;
    private final Requests requests;
    private final PoliciesInForce policies;

    ReportResource(Reports reports, ReportHtml html, Requests requests, PoliciesInForce policies) {
        this.reports = reports;
        this.html = html;
        this.requests = requests;
        this.policies = policies;
    }

    /** What to compile; the zone is the business zone where none is given. */
    public record Order(
            @NotBlank String kind,
            @NotBlank String period,
            @Nullable String zone) {}

    /** Something to say, or nothing. */
    public record Note(@Size(max = LONG) @Nullable String note) {}

    /** The opinion of who approves or returns. */
    public record Opinion(@NotBlank @Size(max = LONG) String opinion) {}

    /** Who receives the issued report. */
    public record Issue(
            @Size(max = SHORT) @Nullable List<@NotBlank @Size(max = SHORT) String> distribution,
            @Size(max = LONG) @Nullable String note) {}

    /** Why a report no longer holds, and which one does. */
    public record Supersession(
            @NotBlank @Size(max = LONG) String reason,
            @Nullable String by) {}

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quality", "admin"})
    @Operation(operationId = "compile-report", summary = "Compile a report from what is known now, as a new edition")
    @APIResponse(
            responseCode = "201",
            description = "A draft",
            content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Uni<RestResponse<String>> compile(@Valid Order body) {
        ZoneId zone = Span.named(
                "/zone", Parameters.zone("zone", body.zone(), policies.values().zone("business.zone")));
        return reports.compile(body.kind(), body.period(), zone, requests.of(body))
                .map(Responses::of);
    }

    @POST
    @Path("/{id}/submit")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quality", "admin"})
    @Operation(operationId = "submit-report", summary = "Lay the report before who approves it")
    public Uni<RestResponse<String>> submit(UUID id, @Valid Note body) {
        return give(id, new SubmitReport(body.note()), body);
    }

    @POST
    @Path("/{id}/return")
    @Produces(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "return-report", summary = "Give the report back with an opinion")
    public Uni<RestResponse<String>> giveBack(UUID id, @Valid Opinion body) {
        requireApprover();
        return give(id, new ReturnReport(body.opinion()), body);
    }

    @POST
    @Path("/{id}/approve")
    @Produces(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "approve-report", summary = "Approve the report")
    public Uni<RestResponse<String>> approve(UUID id, @Valid Opinion body) {
        requireApprover();
        return give(id, new ApproveReport(body.opinion()), body);
    }

    @POST
    @Path("/{id}/issue")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quality", "admin"})
    @Operation(operationId = "issue-report", summary = "Issue the approved report; from now on it is frozen")
    public Uni<RestResponse<String>> issue(UUID id, @Valid Issue body) {
        List<String> distribution = body.distribution();
        return give(id, new IssueReport(distribution == null ? List.of() : distribution, body.note()), body);
    }

    @POST
    @Path("/{id}/supersede")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quality", "admin"})
    @Operation(operationId = "supersede-report", summary = "Say that another edition takes the report's place")
    public Uni<RestResponse<String>> supersede(UUID id, @Valid Supersession body) {
        return reports.supersede(id, body.reason(), Parameters.uuid("by", body.by()), requests.of(body))
                .map(Responses::of);
    }

    /** Who approves is policy. */
    private void requireApprover() {
        if (!ReportApprover.isOne(requests.actor(), policies.values())) {
            throw new ForbiddenException(ReportApprover.role(policies.values()) + " approves");
        }
    }

    private Uni<RestResponse<String>> give(UUID id, ReportCommand command, Object body) {
        return reports.handle(id, command, requests.of(body)).map(Responses::of);
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @RolesAllowed({
        "bi",
        "quality",
        "auditor",
        "admin",
        "management-rep",
        "leader",
        "factory-director",
        "general-manager",
        "complaint-owner",
        "department-head",
        "gm-office",
        "production"
    })
    @Operation(
            operationId = "report",
            summary = "The report as JSON or as a printable page, current or as it was recorded at an instant")
    public Uni<RestResponse<String>> get(UUID id, @RestQuery @Nullable String asOf, @Context HttpHeaders headers) {
        Format format = Format.asked(headers);
        return reports.get(id, Parameters.instant("asOf", asOf))
                .flatMap(report -> format.isKnown(report.version(), headers)
                        ? Uni.createFrom().item(answer(304, format, report).build())
                        : text(format, report)
                                .map(text ->
                                        answer(200, format, report).entity(text).build()));
    }

    private Uni<String> text(Format format, ReportAnswer report) {
        return switch (format) {
            case JSON -> Uni.createFrom().item(EventJson.write(report));
            case CHINESE_PAGE -> html.render(report, true);
            case ENGLISH_PAGE -> html.render(report, false);
        };
    }

    private static RestResponse.ResponseBuilder<String> answer(int status, Format format, ReportAnswer report) {
        return RestResponse.ResponseBuilder.<String>create(status)
                .header(HttpHeaders.CONTENT_TYPE, format.type())
                .header(HttpHeaders.ETAG, format.entityTag(report.version()))
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    }

    @GET
    @Path("/{id}/history")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        "bi",
        "quality",
        "auditor",
        "admin",
        "management-rep",
        "leader",
        "factory-director",
        "general-manager",
        "gm-office"
    })
    @Operation(operationId = "report-history", summary = "Every event of the report: who, when, what")
    public Uni<History> history(UUID id) {
        return reports.history(id).map(History::of);
    }
}
