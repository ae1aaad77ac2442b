package io.huiyin.complaint.rules;

import io.huiyin.complaint.Customer;
import io.huiyin.complaint.Filing;
import io.huiyin.complaint.Person;
import io.huiyin.complaint.Product;
import io.huiyin.kernel.decide.FieldFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint needs a channel, a description and, unless it is anonymous, a name with one contact; what else is missing puts it in
 * clarification. CMP-03, CMP-08, CMP-10.
 */
public final class MinimumData {

    private MinimumData() {}

    /** What makes a filing impossible. */
    public static List<FieldFault> faults(Filing filing) {
        List<FieldFault> faults = new ArrayList<>();
        if (!isGiven(filing.channel())) {
            faults.add(new FieldFault("/channel", "must be given"));
        } else {
            faults.addAll(channelFaults(filing.channel()));
        }
        if (!isGiven(filing.description())) {
            faults.add(new FieldFault("/description", "must be given"));
        }
        if (!filing.anonymous()) {
            Customer customer = filing.customer();
            Person person = customer == null ? null : customer.person();
            if (person == null || !isGiven(person.name())) {
                faults.add(new FieldFault("/customer/name", "must be given, unless the complaint is anonymous"));
            }
            if (person == null || !person.hasContact()) {
                faults.add(new FieldFault("/customer/phone", "one contact must be given: phone, email or address"));
            }
        }
        return faults;
    }

    /** What is wrong with a channel that is given. */
    public static List<FieldFault> channelFaults(@Nullable String channel) {
        return channel == null || KnownChannel.isKnown(channel)
                ? List.of()
                : List.of(new FieldFault("/channel", "is none of " + String.join(", ", KnownChannel.ALL)));
    }

    /** What has to be clarified: the demand, and what identifies a product that was named. */
    public static List<String> missing(@Nullable String demand, @Nullable Product product) {
        List<String> missing = new ArrayList<>();
        if (!isGiven(demand)) {
            missing.add("demand");
        }
        if (product != null) {
            if (!isGiven(product.name()) && !isGiven(product.model())) {
                missing.add("product.name");
            }
            if (!isGiven(product.serialNumber()) && !isGiven(product.lot()) && !isGiven(product.orderNumber())) {
                missing.add("product.serialNumber");
            }
            if (product.quantity() == null) {
                missing.add("product.quantity");
            }
            if (product.deliveredOn() == null) {
                missing.add("product.deliveredOn");
            }
        }
        return missing;
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
