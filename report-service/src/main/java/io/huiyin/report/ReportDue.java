package io.huiyin.report;

import io.huiyin.kernel.policy.PolicyRef;
import java.time.LocalDate;

/**
 * By which day a report is due, fixed when the first edition of its period was compiled.
 *
 * @param on the day, to its end
 * @param policy what it was counted with
 * @param calendar version of the business calendar, which says what is a day of work
 */
public record ReportDue(LocalDate on, PolicyRef policy, int calendar) {}
