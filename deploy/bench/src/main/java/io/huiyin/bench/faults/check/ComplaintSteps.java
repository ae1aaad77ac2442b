package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Where a complaint stands after each of its events (RULEBOOK §4.1). */
final class ComplaintSteps {

    static final String REGISTERED = "complaint-registered";

    private ComplaintSteps() {}

    /** The status that an event leads to; null when it changes none. */
    static @Nullable String after(String type, JsonNode data) {
        return switch (type) {
            case REGISTERED -> data.path("status").asText();
            case "complaint-clarification-asked" -> "clarifying";
            case "complaint-clarified" -> data.path("missing").isEmpty() ? "registered" : "clarifying";
            case "complaint-accepted" -> "accepted";
            case "complaint-declined" -> "declined";
            case "complaint-classified" -> "classified";
            case "complaint-investigation-started",
                    "complaint-settlement-returned",
                    "complaint-refiled",
                    "complaint-reopened" -> "investigating";
            case "complaint-liability-determined" -> "liability-determined";
            case "complaint-settlement-proposed", "complaint-settlement-escalated" -> "approval-pending";
            case "complaint-settlement-approved" -> "approved";
            case "complaint-customer-informed" -> "communicated";
            case "complaint-customer-accepted", "complaint-verification-failed" -> "implementing";
            case "complaint-customer-rejected" -> "rejected-by-customer";
            case "complaint-final-answer-given", "complaint-measure-completed" -> "implemented";
            case "complaint-verified" -> "verified";
            case "complaint-closed" -> "closed";
            default -> null;
        };
    }

    /** Whether nobody owes the customer an end any more. */
    static boolean hasEnded(String status) {
        return status.equals("declined") || status.equals("closed");
    }
}
