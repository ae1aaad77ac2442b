package io.huiyin.bench;

import static io.huiyin.bench.Json.object;

import java.time.YearMonth;

/** What report-service answers. */
final class ReportApi {

    private final Client client;

    ReportApi(Client client) {
        this.client = client;
    }

    Answer compile(Person by, YearMonth month) {
        return client.post(
                by, Service.REPORT, "/v1/reports", object("kind", "monthly-quality", "period", month.toString()));
    }

    Answer get(String id) {
        return client.get(Staff.AUDITOR, Service.REPORT, "/v1/reports/" + id);
    }

    /** Counts of complaints, follow-ups or nonconformities of a month. */
    Answer statistics(String what, YearMonth month, String by) {
        return client.get(
                Staff.AUDITOR,
                Service.REPORT,
                "/v1/statistics/" + what + "?from=" + month.atDay(1) + "&to="
                        + month.plusMonths(1).atDay(1) + by);
    }

    Answer kpis(YearMonth month) {
        return client.get(Staff.AUDITOR, Service.REPORT, "/v1/kpis?period=" + month);
    }
}
