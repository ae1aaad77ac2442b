package io.huiyin.bench;

import static io.huiyin.bench.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One case driven the whole way round: filed, settled, followed up, complained about again, answered, followed up until the customer is
 * content; what was wrong is controlled meanwhile, and the month's report counts it all. On the way everybody tries what he may not.
 * The clock is virtual and the month is this case's alone.
 */
final class WholeLoop {

    private final Client client;
    private final Clock clock;
    private final Shifts shifts;
    private final YearMonth month;
    private final LocalDate monday;
    private final ComplaintApi complaints;
    private final FollowUpApi followUps;
    private final NonconformityApi nonconformities;
    private final ReportApi reports;

    private final String lot;
    private String first = "";
    private String second = "";
    private String contact1 = "";
    private String contact2 = "";
    private String nonconformity = "";
    private String report = "";

    WholeLoop(Client client, Shifts shifts, YearMonth month) {
        this.client = client;
        this.clock = new Clock(client);
        this.shifts = shifts;
        this.month = month;
        // After the holidays that stand in a month's first days.
        this.monday = month.atDay(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        this.complaints = new ComplaintApi(client);
        this.followUps = new FollowUpApi(client);
        this.nonconformities = new NonconformityApi(client);
        this.reports = new ReportApi(client);
        this.lot = "L-" + month;
    }

    /** Drives it and checks what came of it. */
    void run() {
        settle();
        controlWhatWasWrong();
        hearOfTheNonconformity();
        findTheCustomerDissatisfied();
        answerTheSecondComplaint();
        findTheCustomerContent();
        report();
        shifts.end();
        Client.eventually(this::checkLinks);
        Client.eventually(this::checkProvenance);
    }

    // complaint-service: from filing to closing

    private void settle() {
        begin(Service.COMPLAINT, monday, LocalTime.of(9, 30));
        client.post(Staff.INSPECTOR, Service.COMPLAINT, "/v1/complaints", filing())
                .is(403);
        Answer filed = complaints.file(Staff.AGENT, filing()).is(201).now("registered");
        first = filed.id();

        complaints.classify(Staff.OWNER, first, "ordinary").refused();
        complaints.accept(Staff.OWNER, first).now("accepted");
        complaints.startInvestigation(Staff.OWNER, first).refused();
        complaints.classify(Staff.OWNER, first, "ordinary").now("classified");
        complaints.startInvestigation(Staff.OWNER, first).now("investigating");
        complaints
                .determineLiability(Staff.QUALITY, first, "own", "quality", "生产部")
                .refused();
        complaints.recordFinding(Staff.PRODUCTION, first).now("investigating");
        complaints
                .determineLiability(Staff.AGENT, first, "own", "quality", "生产部")
                .is(403);
        complaints
                .determineLiability(Staff.QUALITY.in("生产部"), first, "own", "quality", "生产部")
                .refusedBy("CMP-33");
        complaints
                .determineLiability(Staff.QUALITY, first, "own", "quality", "生产部")
                .now("liability-determined");
        complaints.informCustomer(Staff.AGENT, first).refusedBy("CMP-40");
        complaints
                .proposeSettlement(Staff.OWNER, first, "replacement", "3000.00")
                .now("approval-pending");
        complaints.informCustomer(Staff.AGENT, first).refusedBy("CMP-40");
        complaints.approve(Staff.AGENT, first).is(403);
        complaints.approve(Staff.OWNER, first).refusedBy("CMP-39");
        complaints.approve(Staff.GENERAL_MANAGER.upTo("2999.99"), first).refusedBy("CMP-39");
        complaints.approve(Staff.GENERAL_MANAGER, first).now("approved");
        complaints.close(Staff.OWNER, first).refusedBy("CMP-49");
        complaints.informCustomer(Staff.AGENT, first).now("communicated");
        complaints.recordDecision(Staff.AGENT, first, "accepted").now("implementing");
        complaints.verify(Staff.QUALITY, first, "pass").refused();
        complaints.completeMeasure(Staff.OWNER, first).now("implemented");
        complaints.verify(Staff.QUALITY, first, "pass").now("verified");
        complaints.close(Staff.AGENT, first).is(403);
        complaints.close(Staff.OWNER, first).now("closed");
    }

    private Map<String, Object> filing() {
        return object(
                "channel",
                "phone",
                "source",
                object("system", "crm-7", "reference", "loop-" + month),
                "customer",
                object("id", "C-" + month, "name", "青岛海光食品", "phone", "13800000000"),
                "product",
                object(
                        "name",
                        "干燥机",
                        "model",
                        "DR-40",
                        "lot",
                        lot,
                        "quantity",
                        10,
                        "deliveredOn",
                        month.minusMonths(1).atDay(20).toString()),
                "category",
                "product-quality",
                "issue",
                "noise",
                "severity",
                "ordinary",
                "description",
                "运行时有金属摩擦声",
                "demand",
                "replacement");
    }

    // nonconformity-service: what was wrong

    private void controlWhatWasWrong() {
        begin(Service.NONCONFORMITY, monday, LocalTime.of(10, 30));
        Answer listed = Client.await(
                "the nonconformity of the complaint",
                () -> nonconformities.ofComplaint(first),
                answer -> answer.isOk() && answer.nodes("/items").size() == 1);
        nonconformity = listed.string("/items/0/id");
        Person executor = Person.of("赵刚", "production");
        Person both = Person.of("赵刚", "production,quality,inspector");

        nonconformities.get(nonconformity).now("reported");
        nonconformities.segregate(Staff.AGENT, nonconformity).is(403);
        nonconformities.segregate(Staff.INSPECTOR, nonconformity).now("segregated");
        Client.await(
                "the hold on the lot",
                () -> nonconformities.holds(lot),
                answer -> answer.ok().string("/held").equals("true"));
        nonconformities.propose(Staff.QUALITY, nonconformity, "rework", 10).refused();
        nonconformities.confirm(Staff.INSPECTOR, nonconformity).is(403);
        nonconformities.confirm(Staff.QUALITY, nonconformity).now("confirmed");
        nonconformities.classify(Staff.QUALITY, nonconformity, "minor").now("classified");
        nonconformities
                .convene(Staff.QUALITY, nonconformity, List.of(Staff.SITE_BOARD.name(), Staff.QUALITY.name()))
                .now("under-review");
        nonconformities.propose(Staff.QUALITY, nonconformity, "rework", 10).refusedBy("NCR-19");
        nonconformities.opine(Staff.SITE_BOARD, nonconformity).now("under-review");
        nonconformities.opine(Staff.QUALITY, nonconformity).now("under-review");
        nonconformities.propose(Staff.QUALITY, nonconformity, "rework", 10).now("disposition-proposed");
        nonconformities.execute(executor, nonconformity, null).refused();
        nonconformities.approve(Staff.QUALITY, nonconformity).is(403);
        nonconformities.approve(Staff.SITE_BOARD, nonconformity).now("disposition-approved");
        nonconformities.execute(executor, nonconformity, null).now("reinspection");
        nonconformities.close(Staff.LEADER, nonconformity).refused();
        nonconformities.verify(Staff.QUALITY, nonconformity, null).refusedBy("NCR-35");
        nonconformities.reinspect(both, nonconformity, "pass", null).refusedBy("X-15");
        nonconformities.reinspect(Staff.INSPECTOR, nonconformity, "pass", null).now("verified");
        nonconformities.close(Staff.QUALITY, nonconformity).is(403);
        nonconformities.close(Staff.LEADER, nonconformity).now("closed");
        Client.await(
                "the release of the lot",
                () -> nonconformities.holds(lot),
                answer -> answer.ok().string("/held").equals("false"));
    }

    private void hearOfTheNonconformity() {
        begin(Service.COMPLAINT, monday, LocalTime.of(11, 0));
        Client.await(
                        "the note of the nonconformity on its complaint",
                        () -> complaints.history(first),
                        answer -> stages(answer).containsAll(Set.of("opened", "verified", "closed")))
                .ok();
        complaints.get(first).now("closed");
    }

    private static List<String> stages(Answer history) {
        return history.nodes("/items").stream()
                .filter(item -> item.path("type").asText().equals("complaint-nonconformity-noted"))
                .map(item -> item.path("data").path("stage").asText())
                .toList();
    }

    // followup-service: is the customer content?

    private void findTheCustomerDissatisfied() {
        begin(Service.FOLLOWUP, monday.plusDays(1), LocalTime.of(10, 0));
        contact1 = claim(first);
        Answer again = followUps.claimNext(Staff.CALLER).ok();
        again.expect(again.id().equals(contact1), "the task he holds");
        followUps.claimNext(Staff.AGENT).is(403);
        followUps.recordSatisfied(Staff.CALLER, contact1, 5).refusedBy("FUP-35");
        followUps.attempt(Staff.SUPERVISOR, contact1, "reached", null).refusedBy("FUP-01");
        followUps.attempt(Staff.CALLER, contact1, "reached", null).ok();
        followUps
                .recordDissatisfied(Staff.CALLER, contact1, 1, List.of("更换后仍有异响"))
                .now("issue-open");
        followUps.review(Staff.CALLER, contact1).is(403);
        followUps.recordSatisfied(Staff.CALLER, contact1, 5).refused();
    }

    private void answerTheSecondComplaint() {
        begin(Service.COMPLAINT, monday.plusDays(1), LocalTime.of(11, 0));
        Answer listed = Client.await(
                "the second complaint",
                () -> complaints.ofFollowUp(contact1),
                answer -> answer.ok().nodes("/items").size() == 1);
        second = listed.string("/items/0/id");
        Answer registered = complaints.get(second).now("registered");
        registered.expect(registered.string("/links/originFollowUpId").equals(contact1), "origin " + contact1);
        Client.await(
                "the notice to the responsible head",
                () -> complaints.history(second),
                answer -> answer.nodes("/items").stream()
                        .anyMatch(item -> item.path("type").asText().equals("complaint-head-notified")));
        complaints.decline(Staff.QUALITY, second).is(403);
        complaints.decline(Staff.OWNER, second).now("declined");
        complaints.accept(Staff.OWNER, second).refused();
    }

    private void findTheCustomerContent() {
        begin(Service.FOLLOWUP, monday.plusDays(2), LocalTime.of(10, 0));
        contact2 = claim(second);
        followUps.attempt(Staff.CALLER, contact2, "reached", null).ok();
        followUps.recordSatisfied(Staff.CALLER, contact2, 5).now("recorded");
        followUps.review(Staff.CALLER, contact2).is(403);
        followUps.review(Staff.SUPERVISOR, contact2).now("closed");
        Client.await(
                "the end of the chain",
                () -> followUps.get(contact1),
                answer -> answer.string("/status").equals("closed"));
    }

    private String claim(String complaint) {
        Answer task = Client.await(
                "the follow-up of complaint " + complaint,
                () -> followUps.claimNext(Staff.CALLER),
                answer -> answer.status() != 204);
        task.ok().expect(task.string("/complaintId").equals(complaint), "the task of complaint " + complaint);
        task.expect(!task.string("/leaseUntil").isEmpty(), "a lease");
        return task.id();
    }

    // report-service: the month

    private void report() {
        begin(Service.REPORT, month.plusMonths(1).atDay(1), LocalTime.of(9, 30));
        statistics("complaints", "/total", 2);
        statistics("follow-ups", "/overall/recorded", 2);
        statistics("follow-ups", "/overall/dissatisfied", 1);
        statistics("nonconformities", "/overall/reinspections/passed", 1);
        statistics("nonconformities", "/overall/open", 0);
        reports.compile(Staff.AGENT, month).is(403);
        report = reports.compile(Staff.QUALITY, month).is(201).id();

        Answer read = reports.get(report).ok();
        figure(read, "figures", "/figures/total", 2);
        figure(read, "followUps", "/followUps/total/due", 2);
        figure(read, "followUps", "/followUps/total/recorded", 2);
        figure(read, "followUps", "/followUps/total/dissatisfied", 1);
        figure(read, "followUps", "/followUps/total/cases/due", 1);
        figure(read, "incidents", "/incidents/total/events", 1);
        figure(read, "incidents", "/incidents/total/items", 10);
        keyFigure(read, "K-02", 1, 2);
        keyFigure(read, "K-07", 2, 2);
        keyFigure(read, "K-08", 1, 1);
        keyFigure(read, "K-16", 1, 1);
        keyFigure(read, "K-18", 2, 0);
        keyFigure(read, "K-27", 1, 0);
    }

    private void statistics(String what, String figure, long wanted) {
        Client.await(
                figure + " " + wanted + " of the month's " + what,
                () -> reports.statistics(what, month, ""),
                answer -> answer.ok().number(figure) == wanted);
    }

    private static void figure(Answer report, String member, String pointer, long wanted) {
        long found = section(report, member).at(pointer).asLong(-1);
        report.expect(found == wanted, pointer + " " + wanted);
    }

    private static void keyFigure(Answer report, String kpi, long numerator, long denominator) {
        JsonNode kpis = section(report, "kpis").path("kpis");
        boolean met = false;
        for (JsonNode one : kpis) {
            met |= one.path("kpi").asText().equals(kpi)
                    && one.path("numerator").asLong() == numerator
                    && one.path("denominator").asLong() == denominator;
        }
        report.expect(met, kpi + " " + numerator + " of " + denominator);
    }

    /** The section of the report that has this member. */
    private static JsonNode section(Answer report, String member) {
        return report.nodes("/content/sections").stream()
                .filter(section -> section.hasNonNull(member))
                .findFirst()
                .orElseThrow(() -> new Unexpected("no section of the report has " + member + ": " + report.text()));
    }

    // What came of it

    private void checkLinks() {
        Answer one = Client.await(
                "the links of the first complaint",
                () -> complaints.get(first),
                answer -> answer.strings("/links/followUpIds").contains(contact1));
        same(one, "/links/followUpIds", List.of(contact1));
        same(one, "/links/nonconformityIds", List.of(nonconformity));
        Answer two = Client.await(
                "the links of the second complaint",
                () -> complaints.get(second),
                answer -> answer.strings("/links/followUpIds").contains(contact2));
        same(two, "/links/followUpIds", List.of(contact2));
        two.expect(two.string("/links/originFollowUpId").equals(contact1), "its origin " + contact1);

        Feed feed = Feed.read(client);
        data(feed.only(contact1, "follow-up-planned"), "complaintId", first);
        data(feed.only(contact1, "follow-up-planned"), "chainId", contact1);
        data(feed.only(contact2, "follow-up-planned"), "complaintId", second);
        data(feed.only(contact2, "follow-up-planned"), "chainId", contact1);
        data(feed.only(contact2, "follow-up-planned"), "previousFollowUpId", contact1);
        data(feed.only(contact1, "follow-up-recontact-planned"), "nextFollowUpId", contact2);
        data(feed.only(nonconformity, "nonconformity-reported"), "complaintId", first);
        same(followUps.ofComplaint(first), "/items/0/id", contact1);
        same(followUps.ofComplaint(second), "/items/0/id", contact2);
        same(nonconformities.ofComplaint(first), "/items/0/id", nonconformity);
    }

    private void checkProvenance() {
        Feed feed = Feed.read(client);
        List<String> faults = feed.faults();
        if (!faults.isEmpty()) {
            throw new Unexpected(String.join("\n", faults));
        }
        caused(feed, contact1, "follow-up-planned", first, "complaint-closed");
        caused(feed, contact2, "follow-up-planned", second, "complaint-declined");
        caused(feed, second, "complaint-registered", contact1, "follow-up-recorded");
        caused(feed, second, "complaint-head-notified", contact1, "follow-up-recorded");
        caused(feed, nonconformity, "nonconformity-reported", first, "complaint-liability-determined");
        caused(feed, first, "complaint-follow-up-linked", contact1, "follow-up-planned");
        caused(feed, second, "complaint-follow-up-linked", contact2, "follow-up-planned");
        caused(feed, contact1, "follow-up-closed", contact2, "follow-up-closed");
        feed.of(report).forEach(event -> require(event.causation() == null, event + " was asked for, and has a cause"));
    }

    /** Directly, or by what that caused in between. */
    private static void caused(Feed feed, String subject, String name, String causeSubject, String causeName) {
        Feed.Event event = feed.only(subject, name);
        Feed.Event cause = feed.only(causeSubject, causeName);
        require(feed.causes(event).contains(cause), event + " does not come of " + cause);
        require(event.correlation().equals(cause.correlation()), event + " does not correlate with " + cause);
    }

    private static void data(Feed.Event event, String member, @Nullable String value) {
        JsonNode found = event.data().path(member);
        require(found.asText().equals(value), event + " has " + member + " " + found + " instead of " + value);
    }

    private static void same(Answer answer, String pointer, Object value) {
        Object found = value instanceof List ? answer.strings(pointer) : answer.string(pointer);
        answer.ok().expect(found.equals(value), pointer + " " + value);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new Unexpected(otherwise);
        }
    }

    private void begin(Service service, LocalDate day, LocalTime time) {
        shifts.begin(service);
        clock.set(service, day, time);
    }
}
