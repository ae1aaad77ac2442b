package io.huiyin.complaint;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param amount with two decimals
 * @param currency ISO 4217
 */
public record Money(String amount, String currency) {

    /** The amount as a number. */
    public BigDecimal value() {
        return new BigDecimal(amount);
    }
}
