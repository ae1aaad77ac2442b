package io.huiyin.report.page;

import io.huiyin.report.content.ActionRegister.OpenAction;
import io.huiyin.report.content.ReportContent.OpenNonconformity;
import io.huiyin.report.content.ReportContent.Proposals;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The section of corrective actions on the page. */
public final class ProposalsPart {

    private static final int NAME = 30;

    private final Proposals proposals;
    private final ZoneId zone;
    private final Wording words;

    ProposalsPart(Proposals proposals, ZoneId zone, Wording words) {
        this.proposals = proposals;
        this.zone = zone;
        this.words = words;
    }

    /** An open nonconformity. */
    public record Open(
            String number,
            String reportedOn,
            String severity,
            String product,
            String source,
            String disposition,
            String items,
            String status) {}

    /** An open action. */
    public record Action(String number, String problem, String who, String dueOn, boolean overdue, String status) {}

    public List<Open> open() {
        return proposals.listed().stream().map(this::open).toList();
    }

    private Open open(OpenNonconformity open) {
        return new Open(
                open.number() == null ? "—" : open.number(),
                open.reportedAt().atZone(zone).toLocalDate().toString(),
                word(open.severity()),
                open.product() == null ? "—" : Labels.shortened(open.product(), NAME),
                word(open.source()),
                open.dispositions().isEmpty()
                        ? "—"
                        : open.dispositions().stream()
                                .map(this::word)
                                .collect(Collectors.joining(words.say("、", ", "))),
                Labels.count(open.items()),
                word(open.status()));
    }

    public List<Action> actions() {
        return proposals.register().stream().map(this::action).toList();
    }

    private Action action(OpenAction action) {
        String who = action.department() == null ? "—" : action.department();
        return new Action(
                action.number(),
                action.problem(),
                action.person() == null ? who : who + " · " + action.person(),
                action.dueOn() == null ? "—" : action.dueOn().toString(),
                action.overdue(),
                word(action.status()));
    }

    /** How many are not listed; null when all are. */
    public @Nullable String more() {
        long more = proposals.nonconformities() - proposals.listed().size();
        return more <= 0
                ? null
                : words.say("另有 %s 起未列出。", "%s more are not listed.").formatted(Labels.count(more));
    }

    private String word(@Nullable String text) {
        return text == null ? "—" : Labels.word(text, words.chinese());
    }
}
