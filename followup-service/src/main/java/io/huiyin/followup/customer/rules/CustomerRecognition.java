package io.huiyin.followup.customer.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer is recognised by the id his poster vouches for, else by his phone, else by his e-mail, so that his past complaints are
 * shown together (CMP-11); who left none of them is known by that one complaint alone.
 */
public final class CustomerRecognition {

    /** What is shorter is an extension or a placeholder and would throw strangers together. */
    private static final int SHORTEST_PHONE = 7;

    private CustomerRecognition() {}

    /**
     * The key under which a customer's complaints are gathered.
     *
     * @param identified whether the poster knew the id; otherwise it was given for this complaint
     */
    public static String key(String customerId, boolean identified, @Nullable String phone, @Nullable String email) {
        if (!identified) {
            String number = phone(phone);
            if (number != null) {
                return "phone:" + number;
            }
            String address = email(email);
            if (address != null) {
                return "email:" + address;
            }
        }
        return "id:" + customerId;
    }

    /** The digits of a phone number without China's prefix, however it was written; null when it is none. */
    public static @Nullable String phone(@Nullable String written) {
        if (written == null) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        written.codePoints()
                .map(each -> Character.digit(each, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        String number = digits.toString();
        if (number.startsWith("0086")) {
            number = number.substring(4);
        } else if (number.startsWith("86") && (written.indexOf('+') >= 0 || written.indexOf('＋') >= 0)) {
            number = number.substring(2);
        }
        return number.length() < SHORTEST_PHONE ? null : number;
    }

    /** An e-mail address in lower case; null when it is none. */
    public static @Nullable String email(@Nullable String written) {
        String address = written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
        return address.indexOf('@') > 0 ? address : null;
    }
}
