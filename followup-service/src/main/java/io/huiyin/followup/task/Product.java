package io.huiyin.followup.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the customer complained about. */
public record Product(
        @Nullable String name,
        @Nullable String subProduct,
        @Nullable String model,
        @Nullable String serialNumber,
        @Nullable String lot,
        @Nullable String orderNumber,
        @Nullable Integer quantity,
        @Nullable LocalDate deliveredOn) {}
