package io.huiyin.report.rules;

import io.huiyin.kernel.decide.InvalidInput;
import java.util.List;

/** Which reports there are (RPT-01): so far the monthly quality report. */
public final class ReportKinds {

    /** 月质量报告. */
    public static final String MONTHLY_QUALITY = "monthly-quality";

    /** All of them, as requests and events call them. */
    public static final List<String> ALL = List.of(MONTHLY_QUALITY);

    private ReportKinds() {}

    /**
     * The kind, if there is one of that name.
     *
     * @throws InvalidInput naming {@code /kind}
     */
    public static String known(String kind) {
        if (!ALL.contains(kind)) {
            throw new InvalidInput("/kind", "is none of " + String.join(", ", ALL));
        }
        return kind;
    }
}
