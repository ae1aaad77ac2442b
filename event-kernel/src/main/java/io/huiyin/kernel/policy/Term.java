package io.huiyin.kernel.policy;

import java.time.Period;

/** How long something may take or lasts: a limit, a period of the calendar, or until something that no number tells. */
public sealed interface Term extends PolicyValue permits PolicyValue.Limit, Term.Span, Term.Until {

    /** Days, months or years of the calendar, such as a quarter. Of no length it means the same day. */
    record Span(Period period) implements Term {
        public Span {
            if (period.getDays() < 0 || period.getMonths() < 0 || period.getYears() < 0) {
                throw new IllegalArgumentException("a period must not be negative");
            }
            if (period.toTotalMonths() > 1_200 || period.getDays() > 36_500) {
                throw new IllegalArgumentException("a period must not be longer than a hundred years");
            }
        }
    }

    /** It ends with something. */
    record Until(End end) implements Term {}

    /** What no number tells. */
    enum End {
        /** The date that was agreed with the customer. */
        AGREED_DATE,
        /** As long as the product is used. */
        END_OF_LIFE,
        /** As long as the works were designed to last. */
        END_OF_DESIGN_LIFE,
        /** As long as the warranty of the contract lasts. */
        END_OF_WARRANTY
    }
}
