package io.huiyin.bench;

import java.util.Locale;

/** The four services. */
public enum Service {
    COMPLAINT,
    FOLLOWUP,
    NONCONFORMITY,
    REPORT;

    /** Its name in folders, ports and logs. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
