package io.huiyin.nonconformity.rules;

import io.huiyin.nonconformity.Dispositions;
import org.jspecify.annotations.Nullable;

/**
 * The quantities of all dispositions never add up to more than the whole; one without a quantity takes all that is left, and a
 * whole without a quantity is not divided. NCR-22, NCR-18.
 */
public final class DispositionQuantity {

    private DispositionQuantity() {}

    /** Whether the whole can be disposed of in parts. */
    public static boolean isDivisible(Dispositions dispositions) {
        return dispositions.whole() != null;
    }

    /** Whether so much is left. */
    public static boolean isLeft(int quantity, Dispositions dispositions) {
        return quantity <= dispositions.undisposed();
    }

    /** What a proposal covers; null where the whole has no quantity. */
    public static @Nullable Integer covered(@Nullable Integer asked, Dispositions dispositions) {
        if (!isDivisible(dispositions)) {
            return null;
        }
        return asked == null ? Integer.valueOf(dispositions.undisposed()) : asked;
    }
}
