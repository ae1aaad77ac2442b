package io.huiyin.nonconformity.lot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The products that complaints about one lot name, the most frequent first. */
record ProductsSeen(List<Seen> products) {

    static final ProductsSeen NONE = new ProductsSeen(List.of());

    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Seen> ORDER = Comparator.comparingInt(Seen::complaints)
            .reversed()
            .thenComparing(Seen::name, TEXT)
            .thenComparing(Seen::model, TEXT);

    /** A product and how many complaints name it. */
    record Seen(@Nullable String name, @Nullable String model, int complaints) {}

    ProductsSeen with(@Nullable String name, @Nullable String model, int change) {
        if (name == null && model == null) {
            return this;
        }
        int complaints = change;
        List<Seen> seen = new ArrayList<>(products.size() + 1);
        for (Seen each : products) {
            if (Objects.equals(each.name(), name) && Objects.equals(each.model(), model)) {
                complaints += each.complaints();
            } else {
                seen.add(each);
            }
        }
        if (complaints != 0) {
            seen.add(new Seen(name, model, complaints));
        }
        seen.sort(ORDER);
        return new ProductsSeen(List.copyOf(seen));
    }
}
