package io.huiyin.nonconformity.rules;

import io.huiyin.nonconformity.Filing;
import io.huiyin.nonconformity.Product;
import org.jspecify.annotations.Nullable;

/**
 * A complaint raises a nonconformity when its quality is our own liability: the determination asks for it, or, where it says
 * nothing of it, names us as the party and quality as the cause. CMP-37, NCR-75.
 */
public final class ComplaintBorn {

    private static final String OWN = "own";
    private static final String QUALITY = "quality";

    private ComplaintBorn() {}

    public static boolean isRaised(@Nullable Boolean requested, @Nullable String party, @Nullable String cause) {
        return requested == null ? OWN.equals(party) && QUALITY.equals(cause) : requested;
    }

    /** Its sheet: a product in the customer's hands, or a service where no product is named. How severe it is, quality says. */
    public static Filing filing(@Nullable Product product, String finding) {
        return new Filing(
                KnownSource.CUSTOMER_COMPLAINT,
                product == null ? KnownCategory.SERVICE : KnownCategory.DELIVERED,
                null,
                product,
                null,
                null,
                finding,
                null);
    }
}
