package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.nonconformity.Filing;
import io.huiyin.nonconformity.Product;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sheet says at once what was found, where it was detected and of what kind it is, and what it says agrees. NCR-18. */
public final class DutyOfRecord {

    private DutyOfRecord() {}

    /** What makes a sheet impossible. */
    public static List<FieldFault> faults(Filing filing, PolicyValues policies) {
        List<FieldFault> faults = new ArrayList<>();
        String source = filing.source();
        if (source == null || source.isBlank()) {
            faults.add(new FieldFault("/source", "must be given"));
        } else if (!KnownSource.isKnown(source, policies)) {
            faults.add(noneOf("/source", KnownSource.all(policies)));
        }
        String category = filing.category();
        if (category == null || category.isBlank()) {
            faults.add(new FieldFault("/category", "must be given"));
        } else if (!KnownCategory.isKnown(category, policies)) {
            faults.add(noneOf("/category", KnownCategory.all(policies)));
        }
        if (!isGiven(filing.finding())) {
            faults.add(new FieldFault("/finding", "must be given"));
        }
        String severity = filing.severity();
        if (severity != null && !KnownSeverity.isKnown(severity, policies)) {
            faults.add(noneOf("/severity", KnownSeverity.classes(policies)));
        }
        Product product = filing.product();
        if (product != null) {
            Integer quantity = product.quantity();
            long pieces =
                    product.serials().stream().map(String::strip).distinct().count();
            if (quantity != null && pieces > quantity) {
                faults.add(new FieldFault("/product/serialNumbers", "are more than the quantity"));
            }
        }
        return faults;
    }

    private static FieldFault noneOf(String pointer, List<String> known) {
        return new FieldFault(pointer, "is none of " + String.join(", ", known));
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
