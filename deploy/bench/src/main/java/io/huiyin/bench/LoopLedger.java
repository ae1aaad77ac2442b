package io.huiyin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the generator knows it has done; holds the services to it. */
final class LoopLedger {

    private final Client client;
    private final List<Matter> matters;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final List<String> faults;
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();

    LoopLedger(Client client, List<Matter> matters, LocalDate firstDay, LocalDate lastDay, List<String> faults) {
        this.client = client;
        this.matters = List.copyOf(matters);
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.faults = List.copyOf(faults);
    }

    /** What could not be driven to its end, and why; nothing, hopefully. */
    List<String> stuck() {
        return matters.stream()
                .filter(Matter::isFailed)
                .map(matter -> matter + " is stuck: " + matter.failure)
                .toList();
    }

    /** Where the services say otherwise; nothing, if all is as promised. */
    List<String> differences(int threads) {
        differences.addAll(faults);
        differences.addAll(stuck());
        List<Matter> ended =
                matters.stream().filter(matter -> !matter.isFailed()).toList();
        try (ExecutorService people = Executors.newFixedThreadPool(threads)) {
            Together.run(
                    people,
                    ended.stream().<Runnable>map(matter -> () -> check(matter)).toList());
        }
        nothingWasRefusedOrLeftOut();
        if (differences.isEmpty()) {
            checkStatistics();
        }
        return List.copyOf(differences);
    }

    private void check(Matter matter) {
        try {
            Answer complaint = Client.await(
                    "the links of " + matter,
                    () -> new ComplaintApi(client).get(matter.id),
                    answer -> answer.strings("/links/followUpIds").size()
                            >= matter.followUpStates().size());
            same(matter + ", status", matter.declined ? "declined" : "closed", complaint.string("/status"));
            same(
                    matter + ", nonconformities",
                    matter.sheet == null ? List.of() : List.of(matter.sheet.id),
                    complaint.strings("/links/nonconformityIds"));
            // What confirms a case closes its earlier contacts one after the other, each a reaction to the next.
            agree(
                    matter + ", follow-ups",
                    () -> matter.followUpStates().stream().sorted().toList(),
                    () -> followUps(matter, "status"));
            same(
                    matter + ", links to follow-ups",
                    followUps(matter, "id"),
                    complaint.strings("/links/followUpIds").stream().sorted().toList());
            if (matter.sheet != null) {
                Answer sheet = new NonconformityApi(client).get(matter.sheet.id);
                same(matter + ", nonconformity", matter.sheet.cleared ? "cleared" : "closed", sheet.string("/status"));
            }
        } catch (Unexpected e) {
            differences.add(matter + ": " + e.getMessage());
        }
    }

    private List<String> followUps(Matter matter, String field) {
        return new FollowUpApi(client)
                .ofComplaint(matter.id).ok().nodes("/items").stream()
                        .map(item -> item.path(field).asText())
                        .sorted()
                        .toList();
    }

    /** A reaction that a rule refused, or an event that a view could not take, would be a case that lies somewhere. */
    private void nothingWasRefusedOrLeftOut() {
        for (Service service : Service.values()) {
            client.all(Staff.ADMIN, service, "/v1/reactions?outcome=refused")
                    .forEach(reaction -> differences.add(service.id() + " refused its own reaction: " + reaction));
            client.get(Staff.ADMIN, service, "/v1/views/dead-letters")
                    .ok()
                    .nodes("/items")
                    .forEach(letter -> differences.add(service.id() + " could not take an event: " + letter));
        }
    }

    private void checkStatistics() {
        agree(
                "complaints by channel",
                this::complaintsByChannel,
                () -> statistics("complaints", "&by=channel").nodes("/groups").stream()
                        .collect(Collectors.toMap(
                                group -> group.at("/key/channel").asText(),
                                group -> figures(
                                        group, "/count", "/timely/yes", "/timely/no", "/disputed/yes", "/disputed/no"),
                                (one, other) -> one,
                                TreeMap::new)));
        agree(
                "follow-ups (due, waived, reached, recorded, unconfirmed, dissatisfied, issues, cases due, satisfied)",
                this::followUps,
                () -> figures(
                        statistics("follow-ups", "").body(),
                        "/overall/due",
                        "/overall/waived",
                        "/overall/reached",
                        "/overall/recorded",
                        "/overall/unconfirmed",
                        "/overall/dissatisfied",
                        "/overall/issues",
                        "/overall/cases/due",
                        "/overall/satisfaction/satisfied"));
        agree(
                "scores",
                this::scores,
                () -> statistics("follow-ups", "").nodes("/overall/satisfaction/distribution").stream()
                        .collect(Collectors.toMap(
                                score -> score.path("score").asText(),
                                score -> score.path("count").asLong(),
                                Long::sum,
                                TreeMap::new)));
        agree(
                "nonconformities (events, items, open, re-inspections passed and failed, disposed, conceded)",
                this::nonconformities,
                () -> figures(
                        statistics("nonconformities", "").body(),
                        "/overall/events",
                        "/overall/items",
                        "/overall/open",
                        "/overall/reinspections/passed",
                        "/overall/reinspections/failed",
                        "/overall/concessions/disposed",
                        "/overall/concessions/conceded"));
        agree("key figures (numerator of denominator)", this::keyFigures, this::measured);
    }

    /** Facts arrive soon, not at once; the answer that stays different is the difference. */
    private void agree(String what, Supplier<Object> known, Supplier<Object> told) {
        Object expected = known.get();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Object answered = told.get();
        while (!answered.equals(expected) && System.nanoTime() < end) {
            Client.pause(Duration.ofMillis(200));
            answered = told.get();
        }
        same(what, expected, answered);
    }

    private void same(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            differences.add(what + ": " + found + " instead of " + expected);
        }
    }

    // What the ledger says

    private Map<String, List<Long>> complaintsByChannel() {
        Map<String, List<Matter>> byChannel = matters.stream()
                .collect(Collectors.groupingBy(matter -> matter.channel, TreeMap::new, Collectors.toList()));
        Map<String, List<Long>> figures = new TreeMap<>();
        byChannel.forEach((channel, those) -> figures.put(
                channel,
                List.of(
                        (long) those.size(),
                        count(those, matter -> Boolean.TRUE.equals(matter.timely)),
                        count(those, matter -> Boolean.FALSE.equals(matter.timely)),
                        count(those, matter -> matter.rejected),
                        count(those, matter -> matter.asked && !matter.rejected))));
        return figures;
    }

    private List<Long> followUps() {
        List<Matter> due = due();
        return List.of(
                (long) due.size(),
                matters.stream()
                        .mapToLong(matter -> matter.waivedBefore + (matter.follow == Matter.Asked.WAIVED ? 1 : 0))
                        .sum(),
                count(due, matter -> matter.reached),
                count(due, Matter::isRecorded),
                count(due, matter -> matter.follow == Matter.Asked.UNCONFIRMED),
                count(due, matter -> matter.follow == Matter.Asked.DISSATISFIED),
                due.stream().mapToLong(matter -> matter.issues).sum(),
                count(due, matter -> matter.contact == 1),
                count(due, matter -> matter.follow == Matter.Asked.CONTENT));
    }

    private Map<String, Long> scores() {
        return matters.stream()
                .filter(Matter::isRecorded)
                .collect(Collectors.groupingBy(
                        matter -> Integer.toString(matter.score), TreeMap::new, Collectors.counting()));
    }

    private List<Long> nonconformities() {
        List<Matter> with =
                matters.stream().filter(matter -> matter.sheet != null).toList();
        return List.of(
                (long) with.size(),
                with.stream().mapToLong(matter -> matter.quantity).sum(),
                0L,
                sheets().mapToLong(sheet -> sheet.passed).sum(),
                sheets().mapToLong(sheet -> sheet.failed).sum(),
                sheets().filter(sheet -> !sheet.cleared).count(),
                sheets().filter(sheet -> sheet.conceded).count());
    }

    private Map<String, List<Long>> keyFigures() {
        List<Matter> due = due();
        long satisfied = count(due, matter -> matter.follow == Matter.Asked.CONTENT);
        long recorded = count(due, Matter::isRecorded);
        List<Matter> closed =
                matters.stream().filter(matter -> matter.timely != null).toList();
        long issues = due.stream().mapToLong(matter -> matter.issues).sum();
        long passed = sheets().mapToLong(sheet -> sheet.passed).sum();
        long failed = sheets().mapToLong(sheet -> sheet.failed).sum();
        return new TreeMap<>(Map.of(
                "K-02", List.of(satisfied, recorded),
                "K-07", List.of(recorded, (long) due.size()),
                "K-08", List.of(issues, issues),
                "K-16", List.of(count(closed, matter -> Boolean.TRUE.equals(matter.timely)), (long) closed.size()),
                "K-18", List.of((long) matters.size(), 0L),
                "K-27", List.of(sheets().count(), 0L),
                "K-27-reinspection", List.of(passed, passed + failed)));
    }

    private List<Matter> due() {
        return matters.stream()
                .filter(matter -> matter.follow != Matter.Asked.NOBODY && matter.follow != Matter.Asked.WAIVED)
                .toList();
    }

    private Stream<Matter.Sheet> sheets() {
        return matters.stream()
                .map(matter -> matter.sheet)
                .filter(Objects::nonNull)
                .map(sheet -> sheet);
    }

    private static long count(Collection<Matter> among, Predicate<Matter> which) {
        return among.stream().filter(which).count();
    }

    // What the services say

    private Answer statistics(String what, String by) {
        return client.get(
                        Staff.AUDITOR,
                        Service.REPORT,
                        "/v1/statistics/" + what + "?from=" + firstDay.withDayOfMonth(1) + "&to=" + end() + by)
                .ok();
    }

    /** After the last follow-up of the last day was due. */
    private LocalDate end() {
        return lastDay.plusMonths(2).withDayOfMonth(1);
    }

    private Map<String, List<Long>> measured() {
        Map<String, List<Long>> sums = new TreeMap<>();
        for (YearMonth month = YearMonth.from(firstDay);
                month.isBefore(YearMonth.from(end()));
                month = month.plusMonths(1)) {
            Answer kpis = new ReportApi(client).kpis(month).ok();
            for (JsonNode kpi : kpis.nodes("/items")) {
                List<Long> one = figures(kpi, "/numerator", "/denominator");
                sums.merge(kpi.path("kpi").asText(), one, (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
            }
        }
        sums.keySet().retainAll(keyFigures().keySet());
        return sums;
    }

    private static List<Long> figures(JsonNode from, String... pointers) {
        return Stream.of(pointers).map(pointer -> from.at(pointer).asLong()).toList();
    }

    /** What was done, for the person who started it. */
    List<String> counts() {
        List<String> lines = new ArrayList<>();
        lines.add("complaints %d (from follow-ups %d): closed %d, declined %d, rejected by the customer %d"
                .formatted(
                        matters.size(),
                        count(matters, matter -> matter.origin != null),
                        count(matters, matter -> matter.closed),
                        count(matters, matter -> matter.declined),
                        count(matters, matter -> matter.rejected)));
        lines.add("follow-ups due %d: %s; attempts %d"
                .formatted(
                        due().size(),
                        Stream.of(Matter.Asked.values())
                                .map(how -> how.name().toLowerCase(Locale.ROOT) + " "
                                        + count(matters, matter -> matter.follow == how))
                                .collect(Collectors.joining(", ")),
                        matters.stream().mapToInt(matter -> matter.attempts).sum()));
        lines.add("nonconformities %d: cleared %d, conceded %d, re-inspections passed %d, failed %d"
                .formatted(
                        sheets().count(),
                        sheets().filter(sheet -> sheet.cleared).count(),
                        sheets().filter(sheet -> sheet.conceded).count(),
                        sheets().mapToInt(sheet -> sheet.passed).sum(),
                        sheets().mapToInt(sheet -> sheet.failed).sum()));
        lines.add("working days %s to %s".formatted(firstDay, lastDay));
        return lines;
    }
}
