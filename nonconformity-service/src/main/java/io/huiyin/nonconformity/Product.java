package io.huiyin.nonconformity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What does not conform.
 *
 * @param quantity how many pieces; dispositions divide it
 */
public record Product(
        @Nullable String name,
        @Nullable String model,
        @Nullable String lot,
        @Nullable List<String> serialNumbers,
        @Nullable Integer quantity) {

    public Product {
        serialNumbers = serialNumbers == null ? List.of() : List.copyOf(serialNumbers);
    }

    /** Its serial numbers; none at all where none is known. */
    public List<String> serials() {
        return serialNumbers == null ? List.of() : serialNumbers;
    }
}
