package io.huiyin.report;

import io.huiyin.report.content.ContentText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report on its way from draft to issue. */
public sealed interface Report {

    /** All statuses, as answers call them. */
    List<String> STATUSES = List.of("draft", "submitted", "approved", "issued", "superseded");

    /** What was compiled; it never changes. */
    record Sheet(
            String kind,
            String period,
            String zone,
            long edition,
            Instant compiledAt,
            Person compiledBy,
            @Nullable ReportDue due,
            List<SectionMark> sections,
            Inputs inputs,
            Map<String, String> computedFrom,
            String contentHash,
            ContentText content) {}

    /** Nothing yet. */
    record NotCompiled() implements Report {}

    /** Any that was compiled. */
    sealed interface Compiled extends Report {
        Sheet sheet();

        /** As answers call it. */
        String status();
    }

    /** Can be submitted; {@code returned} says why it came back, if it did. */
    record Draft(Sheet sheet, @Nullable Signature returned) implements Compiled {
        @Override
        public String status() {
            return "draft";
        }
    }

    /** Lies before who approves it. */
    record Submitted(Sheet sheet, Signature submission) implements Compiled {
        @Override
        public String status() {
            return "submitted";
        }
    }

    /** May be issued. */
    record Approved(Sheet sheet, Signature submission, Signature approval) implements Compiled {
        @Override
        public String status() {
            return "approved";
        }
    }

    /** Holds. */
    record Issued(Sheet sheet, Signature submission, Signature approval, Signature issue, List<String> distribution)
            implements Compiled {
        @Override
        public String status() {
            return "issued";
        }
    }

    /** Held once. */
    record Superseded(
            Issued issued, Signature supersession, @Nullable UUID successor) implements Compiled {
        @Override
        public Sheet sheet() {
            return issued.sheet();
        }

        @Override
        public String status() {
            return "superseded";
        }
    }
}
