package io.huiyin.report.incoming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.kernel.event.EventNames;
import io.huiyin.report.incoming.complaint.ComplaintFact;
import io.huiyin.report.incoming.followup.FollowUpFact;
import io.huiyin.report.incoming.nonconformity.NonconformityFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other services' events as they agreed to publish them: whatever else they say, we read what we need. */
class IncomingExamplesTest {

    private static final EventNames<ComplaintFact> COMPLAINTS = EventNames.of(ComplaintFact.class);
    private static final EventNames<FollowUpFact> FOLLOW_UPS = EventNames.of(FollowUpFact.class);
    private static final EventNames<NonconformityFact> NONCONFORMITIES = EventNames.of(NonconformityFact.class);

    private static <E, T extends E> T read(EventNames<E> names, Class<T> type, String name, String json) {
        E event = names.read(name, 1, json.replace('\'', '"'));
        assertNotNull(event, name);
        return type.cast(event);
    }

    @Test
    void complaintsAsTheyAreRegistered() {
        ComplaintFact.Registered event = read(COMPLAINTS, ComplaintFact.Registered.class, "complaint-registered", """
                {'number':'26110007','status':'registered','channel':'follow-up','receivedAt':'2026-11-20T01:12:00Z',
                 'anonymous':false,'replyOnly':false,
                 'customer':{'customerId':'0190a1b2-0000-7000-8000-000000000001','identified':true,'customerClass':'ordinary',
                  'person':{'personId':'0190a1b2-0000-7000-8000-000000000002','name':'李雷','phone':'13800000000'}},
                 'product':{'name':'干燥机','model':'DR-40','serialNumber':'SN-1','lot':'L-202610','quantity':1},
                 'category':'product-quality','issue':'noise','severity':'important','description':'运行时有异响','demand':'repair',
                 'missing':[],'originFollowUpId':'0190a1b2-0000-7000-8000-000000000009',
                 'deadlines':[{'milestone':'first-reply','startedAt':'2026-11-20T01:12:00Z','dueAt':'2026-11-21T01:12:00Z',
                   'policy':{'key':'cmp.sla.firstReply','version':1,'profile':'GENERAL'}},
                  {'milestone':'close','startedAt':'2026-11-20T01:12:00Z','dueAt':'2026-11-26T01:12:00Z',
                   'policy':{'key':'cmp.sla.close','version':1,'profile':'GENERAL'}}]}""");
        assertEquals("26110007", event.number());
        assertNotNull(event.originFollowUpId());
        assertNotNull(event.deadlines());
        assertEquals(
                Instant.parse("2026-11-26T01:12:00Z"),
                event.deadlines().getLast().dueAt());
    }

    @Test
    void complaintsAsTheyAreClosed() {
        ComplaintFact.Closed event = read(COMPLAINTS, ComplaintFact.Closed.class, "complaint-closed", """
                {'closedAt':'2026-11-25T01:00:00Z','historical':false,'closing':1,'number':'26110007','anonymous':false,
                 'replyOnly':false,'severity':'important','category':'product-quality','issue':'noise',
                 'liability':{'party':'own','cause':'quality','department':'装配车间'},
                 'timely':'yes','disputed':'no','rounds':1,'nonconformityIds':['0190a1b2-0000-7000-8000-00000000000a']}""");
        assertEquals("yes", event.timely());
        assertNotNull(event.liability());
        assertEquals("装配车间", event.liability().department());
        ComplaintFact.Closed imported = read(
                COMPLAINTS,
                ComplaintFact.Closed.class,
                "complaint-closed",
                "{'closedAt':'2015-01-25T01:00:00Z','historical':true}");
        assertNull(imported.timely());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "complaint-acknowledged|{\"channel\":\"phone\",\"text\":\"已收到\"}",
                "complaint-accepted|{\"handler\":\"王芳\",\"deadlines\":[]}",
                "complaint-classified|{\"severity\":\"major\",\"causeClass\":\"quality\",\"issue\":\"noise\",\"priority\":1}",
                "complaint-investigation-started|{\"round\":1,\"departments\":[\"装配车间\"]}",
                "complaint-liability-determined|{\"round\":1,\"party\":\"own\",\"cause\":\"quality\",\"department\":\"装配车间\",\"reason\":\"轴承装配不良\",\"number\":\"26110007\",\"improvementTracked\":true,\"nonconformityRequested\":true}",
                "complaint-settlement-proposed|{\"round\":1,\"type\":\"repair\",\"amount\":{\"amount\":\"1200.00\",\"currency\":\"CNY\"},\"description\":\"免费更换轴承\",\"tier\":\"complaint-owner\"}",
                "complaint-settlement-approved|{\"round\":1,\"opinion\":\"同意\",\"role\":\"complaint-owner\"}",
                "complaint-settlement-returned|{\"round\":1,\"opinion\":\"请核实\"}",
                "complaint-customer-informed|{\"channel\":\"phone\",\"text\":\"免费更换轴承\"}",
                "complaint-customer-accepted|{\"opinion\":\"可以\"}",
                "complaint-customer-rejected|{\"round\":1,\"opinion\":\"要求换机\"}",
                "complaint-refiled|{\"round\":2,\"reason\":\"客户不接受\"}",
                "complaint-settlement-escalated|{\"round\":1,\"reason\":\"客户不接受\",\"tier\":\"general-manager\"}",
                "complaint-final-answer-given|{\"channel\":\"letter\",\"text\":\"最终答复\"}",
                "complaint-measure-completed|{\"description\":\"已更换轴承\"}",
                "complaint-verified|{\"customerOpinion\":\"满意\"}",
                "complaint-verification-failed|{\"customerOpinion\":\"仍有异响\"}",
                "complaint-declined|{\"reason\":\"非我公司产品\",\"answer\":\"已说明\",\"closing\":1,\"number\":\"26110008\"}",
                "complaint-reopened|{\"reason\":\"异响再现\",\"closing\":1}",
                "complaint-held|{\"reason\":\"等待样件\",\"waitingFor\":\"customer\"}",
                "complaint-resumed|{\"deadlines\":[{\"milestone\":\"close\",\"startedAt\":\"2026-11-20T01:12:00Z\",\"dueAt\":\"2026-11-28T01:12:00Z\",\"policy\":{\"key\":\"cmp.sla.close\",\"version\":1,\"profile\":\"GENERAL\"}}]}",
                "complaint-nonconformity-noted|{\"nonconformityId\":\"0190a1b2-0000-7000-8000-00000000000a\",\"number\":\"NC26110001\",\"stage\":\"opened\"}"
            })
    void complaintsOnTheirWay(String name, String json) {
        assertNotNull(COMPLAINTS.read(name, 1, json));
    }

    @Test
    void followUpsAsTheyAreRecorded() {
        FollowUpFact.Recorded event = read(FOLLOW_UPS, FollowUpFact.Recorded.class, "follow-up-recorded", """
                {'complaintId':'0190a1b2-0000-7000-8000-000000000003','complaintNumber':'26110007',
                 'chainId':'0190a1b2-0000-7000-8000-000000000009','contact':1,'agent':'li',
                 'answers':[{'question':'维修后是否正常','value':'否'}],'satisfaction':{'score':2,'scale':5},'opinions':'仍有异响',
                 'issues':[{'description':'仍有异响','severity':'important','demand':'repair'}],'dissatisfied':true,
                 'product':{'name':'干燥机','model':'DR-40'},'department':'装配车间','severity':'important',
                 'recordedOn':'2026-11-27','attempts':2}""");
        assertNotNull(event.satisfaction());
        assertEquals(BigDecimal.valueOf(5), event.satisfaction().highest());
        assertNotNull(event.issues());
        assertEquals(1, event.issues().size());
        assertEquals(
                BigDecimal.TEN,
                read(
                                FOLLOW_UPS,
                                FollowUpFact.Recorded.class,
                                "follow-up-recorded",
                                "{'satisfaction':{'score':7.5,'scale':'0-10'},'dissatisfied':false}")
                        .satisfaction()
                        .highest());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "follow-up-planned|{\"complaintId\":\"0190a1b2-0000-7000-8000-000000000003\",\"complaintNumber\":\"26110007\",\"closing\":1,\"chainId\":\"0190a1b2-0000-7000-8000-000000000009\",\"contact\":1,\"reason\":\"after-complaint\",\"product\":{\"name\":\"干燥机\"},\"severity\":\"important\",\"issue\":\"noise\",\"department\":\"装配车间\",\"assigneeRole\":\"followup-agent\",\"plannedAt\":\"2026-11-25T01:00:00Z\",\"dueAt\":\"2026-11-28T01:00:00Z\",\"policy\":{\"key\":\"fup.afterComplaint.within\",\"version\":1,\"profile\":\"GENERAL\"}}",
                "follow-up-waived|{\"complaintId\":\"0190a1b2-0000-7000-8000-000000000003\",\"reason\":\"reply-only\"}",
                "follow-up-claimed|{\"agent\":\"li\",\"agentName\":\"李娜\",\"channel\":\"phone\",\"leaseUntil\":\"2026-11-26T02:00:00Z\"}",
                "follow-up-released|{\"agent\":\"li\",\"reason\":\"expired\"}",
                "follow-up-attempted|{\"attempt\":1,\"agent\":\"li\",\"channel\":\"phone\",\"outcome\":\"no-answer\",\"nextContactAt\":\"2026-11-27T01:00:00Z\"}",
                "follow-up-unconfirmed|{\"complaintId\":\"0190a1b2-0000-7000-8000-000000000003\",\"chainId\":\"0190a1b2-0000-7000-8000-000000000009\",\"contact\":1,\"reason\":\"unanswered\",\"attempts\":6}"
            })
    void followUpsOnTheirWay(String name, String json) {
        assertNotNull(FOLLOW_UPS.read(name, 1, json));
    }

    @Test
    void nonconformitiesAsTheyAreReported() {
        NonconformityFact.Reported event =
                read(NONCONFORMITIES, NonconformityFact.Reported.class, "nonconformity-reported", """
                {'number':'NC26110001','source':'complaint','category':'product-quality','severity':'minor',
                 'product':{'name':'干燥机','model':'DR-40','lot':'L-202610','serialNumbers':['SN-1','SN-2']},'finding':'轴承装配不良',
                 'complaintId':'0190a1b2-0000-7000-8000-000000000003','complaintNumber':'26110007',
                 'discoverer':{'id':'quality','name':'质量部'},'reportedAt':'2026-11-22T01:00:00Z'}""");
        assertNotNull(event.product());
        assertEquals(2, event.product().items());
        assertEquals(5, new NonconformityFact.Product("干燥机", null, null, java.util.List.of("SN-1"), 5L).items());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nonconformity-complaint-linked|{\"complaintId\":\"0190a1b2-0000-7000-8000-000000000003\",\"round\":2,\"reason\":\"再次判定\"}",
                "nonconformity-segregated|{\"location\":\"隔离区\",\"by\":\"warehouse\"}",
                "nonconformity-confirmed|{}",
                "nonconformity-cleared|{\"reason\":\"复测合格\",\"complaintIds\":[]}",
                "nonconformity-classified|{\"severity\":\"major\",\"level\":\"mrb-company\"}",
                "nonconformity-review-convened|{\"members\":[\"a\"],\"level\":\"mrb-site\"}",
                "nonconformity-disposition-proposed|{\"dispositionId\":\"d1\",\"disposition\":\"rework\",\"reason\":\"可修复\",\"quantity\":3}",
                "nonconformity-disposition-approved|{\"dispositionIds\":[\"d1\"],\"role\":\"mrb-site\"}",
                "nonconformity-disposition-returned|{\"dispositionIds\":[\"d1\"],\"opinion\":\"再议\"}",
                "nonconformity-disposition-executed|{\"dispositionId\":\"d1\",\"disposition\":\"rework\",\"quantity\":3,\"result\":\"已返工\",\"executor\":\"p\",\"reinspection\":true}",
                "nonconformity-reinspection-passed|{\"dispositionId\":\"d1\",\"inspector\":\"i\",\"quantity\":3}",
                "nonconformity-reinspection-failed|{\"dispositionId\":\"d1\",\"inspector\":\"i\",\"quantity\":3}",
                "nonconformity-disposition-verified|{\"dispositionId\":\"d1\",\"verifier\":\"q\"}",
                "nonconformity-verified|{\"number\":\"NC26110001\",\"complaintIds\":[],\"dispositions\":[{\"disposition\":\"rework\",\"quantity\":3}]}",
                "nonconformity-closed|{\"number\":\"NC26110001\",\"complaintIds\":[],\"closedBy\":\"leader\"}"
            })
    void nonconformitiesOnTheirWay(String name, String json) {
        assertNotNull(NONCONFORMITIES.read(name, 1, json));
    }

    @Test
    void whatStatisticsDoNotNeedIsLeftAlone() {
        for (String name : Set.of("follow-up-reviewed", "follow-up-closed", "follow-up-claim-renewed")) {
            assertNull(FOLLOW_UPS.read(name, 1, "{}"));
        }
        assertNull(NONCONFORMITIES.read("nonconformity-opinion-given", 1, "{}"));
    }
}
