package io.huiyin.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huiyin.complaint.ComplaintCommand.AgreeDate;
import io.huiyin.complaint.ComplaintCommand.ApproveSettlement;
import io.huiyin.complaint.ComplaintCommand.ClassifyComplaint;
import io.huiyin.complaint.ComplaintCommand.CloseComplaint;
import io.huiyin.complaint.ComplaintCommand.CompleteMeasure;
import io.huiyin.complaint.ComplaintCommand.DetermineLiability;
import io.huiyin.complaint.ComplaintCommand.EscalateComplaint;
import io.huiyin.complaint.ComplaintCommand.GiveFinalAnswer;
import io.huiyin.complaint.ComplaintCommand.HandOver;
import io.huiyin.complaint.ComplaintCommand.HoldComplaint;
import io.huiyin.complaint.ComplaintCommand.InformCustomer;
import io.huiyin.complaint.ComplaintCommand.ProposeSettlement;
import io.huiyin.complaint.ComplaintCommand.RecordArrival;
import io.huiyin.complaint.ComplaintCommand.RecordCustomerDecision;
import io.huiyin.complaint.ComplaintCommand.RecordFinding;
import io.huiyin.complaint.ComplaintCommand.RefileComplaint;
import io.huiyin.complaint.ComplaintCommand.ReopenComplaint;
import io.huiyin.complaint.ComplaintCommand.RequestVisit;
import io.huiyin.complaint.ComplaintCommand.ResumeComplaint;
import io.huiyin.complaint.ComplaintCommand.ReturnSettlement;
import io.huiyin.complaint.ComplaintCommand.StartInvestigation;
import io.huiyin.complaint.ComplaintCommand.TrackResult;
import io.huiyin.complaint.ComplaintCommand.VerifyComplaint;
import io.huiyin.complaint.rules.ApprovalTiers;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.rest.Responses;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Working on a case, from its classification to its closing. */
@Path(Complaints.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintHandlingResource {

    private static final int SHORT = 200;
    private static final int LONG = 20_000;
    private static final int MANY = 100;

    private final Complaints complaints;
    private final Requests requests;
    private final PoliciesInForce policies;

    ComplaintHandlingResource(Complaints complaints, Requests requests, PoliciesInForce policies) {
        this.complaints = complaints;
        this.requests = requests;
        this.policies = policies;
    }

    /** Severity and cause class, of those the profile has. */
    public record Classification(
            @NotBlank @Size(max = SHORT) String severity,
            @NotBlank @Size(max = SHORT) String causeClass,
            @Size(min = 1, max = SHORT) @Nullable String issue,
            @Size(max = LONG) @Nullable String note) {}

    /** Who looks into it. */
    public record Investigation(
            @Size(max = MANY) @Nullable List<@NotBlank @Size(max = SHORT) String> departments,
            @Size(max = LONG) @Nullable String note) {}

    /** What was found. */
    public record Finding(
            @NotBlank @Size(max = LONG) String facts,
            @Size(max = LONG) @Nullable String cause,
            @Size(max = MANY) @Nullable List<@NotBlank @Size(max = 2000) String> evidence,
            @Valid @Nullable ProductionBody production,
            @Size(max = LONG) @Nullable String note) {}

    /** Where, when and by whom a faulty product was made. */
    public record ProductionBody(
            @Size(max = SHORT) @Nullable String workshop,
            @Size(max = SHORT) @Nullable String shift,
            @Size(max = SHORT) @Nullable String operator,
            @Nullable LocalDate date) {}

    /** Who is liable, and for what. */
    public record Determination(
            @NotBlank @Size(max = SHORT) String party,
            @NotBlank @Size(max = SHORT) String cause,
            @Size(min = 1, max = SHORT) @Nullable String department,
            @NotBlank @Size(max = LONG) String reason,
            @Size(max = LONG) @Nullable String note) {}

    /** What the customer is to be offered. */
    public record Proposal(
            @NotBlank @Size(max = SHORT) String type,
            @Valid @Nullable MoneyBody amount,
            @NotBlank @Size(max = LONG) String description,
            @Size(max = LONG) @Nullable String note) {}

    /** An amount with at most two decimals, as text. */
    public record MoneyBody(
            @NotNull @Pattern(regexp = "[0-9]{1,13}([.][0-9]{1,2})?", message = "must be an amount such as 1200.00")
            String amount,

            @NotBlank @Size(max = 3) String currency) {}

    /** What the approver says. */
    public record Opinion(
            @NotBlank @Size(max = LONG) String opinion,
            @Size(max = LONG) @Nullable String note) {}

    /** What the customer is told, and how. */
    public record Message(
            @NotBlank @Size(max = SHORT) String channel,
            @NotBlank @Size(max = LONG) String text,
            @Size(max = LONG) @Nullable String note) {}

    /** What the customer says. */
    public record Decision(
            @NotNull Decided decision,
            @Size(max = LONG) @Nullable String opinion,
            @Size(max = LONG) @Nullable String note) {}

    /** Whether he agrees. */
    public enum Decided {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("rejected")
        REJECTED
    }

    /** Why. */
    public record Reason(
            @NotBlank @Size(max = LONG) String reason,
            @Size(max = LONG) @Nullable String note) {}

    /** What was done. */
    public record Measure(
            @NotBlank @Size(max = LONG) String description,
            @Size(max = LONG) @Nullable String note) {}

    /** Whether it stands the test, and what the customer says. */
    public record Verification(
            @NotNull Result result,
            @Size(max = LONG) @Nullable String customerOpinion,
            @Size(max = LONG) @Nullable String note) {}

    /** Whether something stands the test. */
    public enum Result {
        @JsonProperty("pass")
        PASS,
        @JsonProperty("fail")
        FAIL
    }

    /**
     * Who has the case next.
     *
     * @param department without it the next one in the profile's order
     */
    public record PassingOn(
            @Size(min = 1, max = SHORT) @Nullable String department,
            @Size(max = LONG) @Nullable String note) {}

    /**
     * Another date for a promise, and how the customer was told.
     *
     * @param milestone first-reply, accept, plan, on-site, track or close
     */
    public record NewDate(
            @NotBlank @Size(max = SHORT) String milestone,
            @NotNull OffsetDateTime dueAt,
            @NotBlank @Size(max = SHORT) String channel,
            @NotBlank @Size(max = LONG) String text,
            @Size(max = LONG) @Nullable String note) {}

    /**
     * Somebody is to come.
     *
     * @param kind of call, of those the profile tells apart
     * @param distanceKm from the base that sends him
     * @param agreedAt when he is to come, where the profile leaves it to the customer
     */
    public record Visit(
            @Size(min = 1, max = SHORT) @Nullable String kind,
            @Min(0) @Max(40_000) @Nullable Integer distanceKm,
            @Nullable OffsetDateTime agreedAt,
            @Size(max = LONG) @Nullable String note) {}

    /**
     * He has come.
     *
     * @param arrivedAt now, if it is left out
     */
    public record Arrival(
            @Nullable OffsetDateTime arrivedAt,
            @Size(max = LONG) @Nullable String note) {}

    /** Whether the result is in place, and what was found. */
    public record Tracking(
            @NotNull Boolean inPlace,
            @NotBlank @Size(max = LONG) String text,
            @Size(max = LONG) @Nullable String note) {}

    /** Whom the case waits for, and why. */
    public record Holding(
            @NotBlank @Size(max = LONG) String reason,
            @NotBlank @Size(max = SHORT) String waitingFor,
            @Size(max = LONG) @Nullable String note) {}

    /** Nothing but a note. */
    public record Remark(@Size(max = LONG) @Nullable String note) {}

    @POST
    @Path("/{id}/classify")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "classify-complaint", summary = "Say how severe it is and of which kind its cause")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> classify(UUID id, @Valid Classification body) {
        return give(id, new ClassifyComplaint(body.severity(), body.causeClass(), body.issue(), body.note()), body);
    }

    @POST
    @Path("/{id}/start-investigation")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "start-investigation", summary = "Have departments look into it")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> startInvestigation(UUID id, @Valid Investigation body) {
        return give(id, new StartInvestigation(listed(body.departments()), body.note()), body);
    }

    @POST
    @Path("/{id}/record-finding")
    @RolesAllowed({"agent", "complaint-owner", "quality", "engineering", "production", "technician", "admin"})
    @Operation(operationId = "record-finding", summary = "Record what was found")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> recordFinding(UUID id, @Valid Finding body) {
        return give(
                id,
                new RecordFinding(
                        body.facts(),
                        body.cause(),
                        listed(body.evidence()),
                        production(body.production()),
                        body.note()),
                body);
    }

    @POST
    @Path("/{id}/determine-liability")
    @RolesAllowed({"quality", "gm-office", "admin"})
    @Operation(
            operationId = "determine-liability",
            summary = "Determine who is liable, on the record of the investigation")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> determineLiability(UUID id, @Valid Determination body) {
        return give(
                id,
                new DetermineLiability(body.party(), body.cause(), body.department(), body.reason(), body.note()),
                body);
    }

    @POST
    @Path("/{id}/propose-settlement")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(
            operationId = "propose-settlement",
            summary = "Propose what the customer is to be offered, and submit it for approval")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> proposeSettlement(UUID id, @Valid Proposal body) {
        return give(
                id, new ProposeSettlement(body.type(), money(body.amount()), body.description(), body.note()), body);
    }

    @POST
    @Path("/{id}/approve")
    @Authenticated
    @Operation(
            operationId = "approve-settlement",
            summary = "Approve the settlement, within the tier and the personal limit of the approver")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> approve(UUID id, @Valid Opinion body) {
        requireTier(ApprovalTiers.roles(policies.values()));
        return give(id, new ApproveSettlement(body.opinion(), body.note()), body);
    }

    @POST
    @Path("/{id}/return")
    @Authenticated
    @Operation(operationId = "return-settlement", summary = "Send the proposal back")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> giveBack(UUID id, @Valid Opinion body) {
        requireTier(ApprovalTiers.roles(policies.values()));
        return give(id, new ReturnSettlement(body.opinion(), body.note()), body);
    }

    @POST
    @Path("/{id}/inform-customer")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(
            operationId = "inform-customer",
            summary = "Tell the customer what was approved, or why we are not liable")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> informCustomer(UUID id, @Valid Message body) {
        return give(id, new InformCustomer(body.channel(), body.text(), body.note()), body);
    }

    @POST
    @Path("/{id}/record-customer-decision")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "record-customer-decision", summary = "Record what the customer says to it")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> recordCustomerDecision(UUID id, @Valid Decision body) {
        return give(
                id, new RecordCustomerDecision(body.decision() == Decided.ACCEPTED, body.opinion(), body.note()), body);
    }

    @POST
    @Path("/{id}/refile")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "refile-complaint", summary = "Begin another round after a rejection")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> refile(UUID id, @Valid Reason body) {
        return give(id, new RefileComplaint(body.reason(), body.note()), body);
    }

    @POST
    @Path("/{id}/escalate")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "escalate-complaint", summary = "Have the next higher tier decide after a rejection")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> escalate(UUID id, @Valid Reason body) {
        return give(id, new EscalateComplaint(body.reason(), body.note()), body);
    }

    @POST
    @Path("/{id}/give-final-answer")
    @Authenticated
    @Operation(operationId = "give-final-answer", summary = "Give the customer the last word of the top tier")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> giveFinalAnswer(UUID id, @Valid Message body) {
        requireTier(List.of(ApprovalTiers.top(policies.values())));
        return give(id, new GiveFinalAnswer(body.channel(), body.text(), body.note()), body);
    }

    @POST
    @Path("/{id}/complete-measure")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "complete-measure", summary = "Record that what was agreed has been done")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> completeMeasure(UUID id, @Valid Measure body) {
        return give(id, new CompleteMeasure(body.description(), body.note()), body);
    }

    @POST
    @Path("/{id}/verify")
    @RolesAllowed({"agent", "complaint-owner", "quality", "admin"})
    @Operation(operationId = "verify-complaint", summary = "Check what was done")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> verify(UUID id, @Valid Verification body) {
        return give(id, new VerifyComplaint(body.result() == Result.PASS, body.customerOpinion(), body.note()), body);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({"complaint-owner", "admin"})
    @Operation(operationId = "close-complaint", summary = "Close the case; every condition that is not met is named")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> close(UUID id, @Valid Remark body) {
        return give(id, new CloseComplaint(body.note()), body);
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed({"complaint-owner", "admin"})
    @Operation(operationId = "reopen-complaint", summary = "Take a closed case up again")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> reopen(UUID id, @Valid Reason body) {
        return give(id, new ReopenComplaint(body.reason(), body.note()), body);
    }

    @POST
    @Path("/{id}/hold")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(
            operationId = "hold-complaint",
            summary = "Let the clocks stand still while somebody outside is waited for")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> hold(UUID id, @Valid Holding body) {
        return give(id, new HoldComplaint(body.reason(), body.waitingFor(), body.note()), body);
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "resume-complaint", summary = "Let the clocks run on")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> resume(UUID id, @Valid Remark body) {
        return give(id, new ResumeComplaint(body.note()), body);
    }

    @POST
    @Path("/{id}/hand-over")
    @RolesAllowed({
        "agent",
        "complaint-owner",
        "quality",
        "engineering",
        "production",
        "gm-office",
        "department-head",
        "admin"
    })
    @Operation(
            operationId = "hand-over-complaint",
            summary = "Pass the case on to the next department, or to another one")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> handOver(UUID id, @Valid PassingOn body) {
        return give(id, new HandOver(body.department(), body.note()), body);
    }

    @POST
    @Path("/{id}/agree-date")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(
            operationId = "agree-date",
            summary = "Agree with the customer on another date, before the promised one passes")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> agreeDate(UUID id, @Valid NewDate body) {
        return give(
                id,
                new AgreeDate(
                        body.milestone(),
                        ComplaintResource.instant(body.dueAt()),
                        body.channel(),
                        body.text(),
                        body.note()),
                body);
    }

    @POST
    @Path("/{id}/request-visit")
    @RolesAllowed({"agent", "complaint-owner", "dispatcher", "quality", "admin"})
    @Operation(operationId = "request-visit", summary = "Have somebody come to the customer")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> requestVisit(UUID id, @Valid Visit body) {
        return give(
                id,
                new RequestVisit(body.kind(), body.distanceKm(), ComplaintResource.given(body.agreedAt()), body.note()),
                body);
    }

    @POST
    @Path("/{id}/record-arrival")
    @RolesAllowed({"agent", "complaint-owner", "dispatcher", "technician", "quality", "admin"})
    @Operation(operationId = "record-arrival", summary = "Record that he has come")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> recordArrival(UUID id, @Valid Arrival body) {
        return give(id, new RecordArrival(ComplaintResource.given(body.arrivedAt()), body.note()), body);
    }

    @POST
    @Path("/{id}/track-result")
    @RolesAllowed({"agent", "complaint-owner", "quality", "admin"})
    @Operation(operationId = "track-result", summary = "Record whether the result is in place")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> trackResult(UUID id, @Valid Tracking body) {
        return give(id, new TrackResult(body.inPlace(), body.text(), body.note()), body);
    }

    private Uni<RestResponse<String>> give(UUID id, ComplaintCommand command, Object body) {
        return complaints.handle(id, command, requests.of(body)).map(Responses::of);
    }

    /** Tiers are policy: who has one may decide, within it. */
    private void requireTier(List<String> roles) {
        if (!requests.actor().isAny(roles.toArray(String[]::new))) {
            throw new ForbiddenException("none of " + roles);
        }
    }

    private static List<String> listed(@Nullable List<String> items) {
        return items == null ? List.of() : items;
    }

    private static ComplaintEvent.@Nullable Production production(@Nullable ProductionBody body) {
        return body == null
                ? null
                : new ComplaintEvent.Production(body.workshop(), body.shift(), body.operator(), body.date());
    }

    private static @Nullable Money money(@Nullable MoneyBody body) {
        return body == null
                ? null
                : new Money(
                        new BigDecimal(body.amount())
                                .setScale(2, RoundingMode.UNNECESSARY)
                                .toPlainString(),
                        body.currency());
    }
}
