package io.huiyin.followup.task.rules;

import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a visit needs the customer's signature where {@code fup.signature} says that he signs; others are marked by their
 * channel instead. FUP-36.
 */
public final class OnSiteSignature {

    private static final String KEY = "fup.signature";

    private OnSiteSignature() {}

    public static List<FieldFault> faults(String channel, @Nullable String signature, PolicyValues policies) {
        boolean needed = channel.equals(ContactChannel.VISIT)
                && policies.names(KEY).names().contains("customer");
        return needed && (signature == null || signature.isBlank())
                ? List.of(new FieldFault("/signature", "the customer signs the record of a visit"))
                : List.of();
    }
}
