package io.huiyin.followup.task.rules;

import java.util.List;

/** A customer may be asked by phone, SMS, e-mail, messenger, letter, visit, questionnaire or in a forum. FUP-25. */
public final class ContactChannel {

    /** The one that disturbs, and so has its hours (FUP-27). */
    public static final String PHONE = "phone";

    /** At the customer's. */
    public static final String VISIT = "visit";

    /** By their names on the wire. */
    public static final List<String> ALL =
            List.of(PHONE, "sms", "email", "messenger", "letter", VISIT, "questionnaire", "forum");

    private ContactChannel() {}

    public static boolean isKnown(String channel) {
        return ALL.contains(channel);
    }
}
