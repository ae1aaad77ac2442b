package io.huiyin.kernel.policy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One value for each of several names; {@code any} stands for those that are not named. None at all means that nothing is set. */
public sealed interface Named<V> extends PolicyValue {

    /** The name of all the others. */
    String ANY = "any";

    Map<String, V> byName();

    /** The value of a name, else that of {@code any}. */
    default Optional<V> of(String name) {
        return Optional.ofNullable(byName().getOrDefault(name, byName().get(ANY)));
    }

    /** How long, for each of several occasions. */
    record Terms(Map<String, Term> byName) implements Named<Term> {
        public Terms {
            byName = ordered(byName);
        }
    }

    /** How many, of each of several things. */
    record Counts(Map<String, Integer> byName) implements Named<Integer> {
        public Counts {
            byName = ordered(byName);
            if (byName.values().stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("a count must not be negative");
            }
        }
    }

    /** How much of a hundred, of each of several things. */
    record Percents(Map<String, BigDecimal> byName) implements Named<BigDecimal> {
        public Percents {
            byName = ordered(byName);
            if (byName.values().stream().anyMatch(percent -> percent.signum() < 0)) {
                throw new IllegalArgumentException("a percentage must not be negative");
            }
        }
    }

    /**
     * How much money, for each of several occasions.
     *
     * @param currency ISO 4217
     * @param unset occasions whose amount the company has still to name
     */
    record Amounts(String currency, Map<String, BigDecimal> byName, Set<String> unset) implements Named<BigDecimal> {
        public Amounts {
            byName = ordered(byName);
            unset = Set.copyOf(unset);
            if (byName.values().stream().anyMatch(amount -> amount.signum() < 0)) {
                throw new IllegalArgumentException("an amount must not be negative");
            }
            if (byName.keySet().stream().anyMatch(unset::contains)) {
                throw new IllegalArgumentException("an amount is either set or not");
            }
        }
    }

    /** How long it is waited each time before something is done again; the last wait repeats. */
    record Waits(Map<String, List<Period>> byName) implements Named<List<Period>> {
        public Waits {
            Map<String, List<Period>> copy = new LinkedHashMap<>();
            byName.forEach((name, waits) -> copy.put(name, List.copyOf(waits)));
            byName = Collections.unmodifiableMap(copy);
            for (List<Period> waits : byName.values()) {
                if (waits.isEmpty()
                        || waits.getLast().isZero()
                        || waits.stream().anyMatch(Period::isNegative)) {
                    throw new IllegalArgumentException("waits must not be negative, and the last of them not zero");
                }
            }
        }
    }

    private static <V> Map<String, V> ordered(Map<String, V> byName) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }
}
