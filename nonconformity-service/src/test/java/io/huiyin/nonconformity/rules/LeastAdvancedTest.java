package io.huiyin.nonconformity.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.nonconformity.Disposition;
import io.huiyin.nonconformity.Disposition.Status;
import io.huiyin.nonconformity.Dispositions;
import io.huiyin.nonconformity.Nonconformity.Stage;
import io.huiyin.nonconformity.NonconformityStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("X-11")
@DisplayName("X-11: the whole stands where its least advanced part stands")
class LeastAdvancedTest {

    /** Parts as {@code 4 approved}, or {@code approved} where there is no quantity. */
    private static Dispositions parts(@Nullable Integer whole, @Nullable String said) {
        List<Disposition> parts = new ArrayList<>();
        for (String part : said == null ? List.<String>of() : List.of(said.split(" \\+ ", -1))) {
            String[] words = part.split(" ", -1);
            parts.add(new Disposition(
                    new UUID(0, parts.size()),
                    "scrap",
                    "原因",
                    words.length == 2 ? Integer.valueOf(words[0]) : null,
                    Status.valueOf(words[words.length - 1].toUpperCase(java.util.Locale.ROOT)),
                    null,
                    null,
                    null));
        }
        return new Dispositions(whole, parts);
    }

    @ParameterizedTest
    @CsvSource({
        "10, , under-review",
        "10, 4 proposed, under-review",
        "10, 10 proposed, disposition-proposed",
        "10, 4 proposed + 6 proposed, disposition-proposed",
        "10, 4 approved, under-review",
        "10, 4 approved + 6 proposed, disposition-proposed",
        "10, 4 approved + 6 approved, disposition-approved",
        "10, 4 executed + 6 approved, disposition-approved",
        "10, 4 reinspection + 6 approved, disposition-approved",
        "10, 4 verified + 6 proposed, disposition-proposed",
        "10, 4 executed + 6 executed, executed",
        "10, 4 executed + 6 reinspection, executed",
        "10, 4 reinspection + 6 reinspection, reinspection",
        "10, 4 reinspection + 6 verified, reinspection",
        "10, 4 executed + 6 verified, executed",
        "10, 4 verified + 5 verified, under-review",
        "10, 4 verified + 6 verified, verified",
        "10, 4 verified + 6 failed, under-review",
        "10, 4 verified + 6 failed + 6 proposed, disposition-proposed",
        "10, 4 verified + 6 returned + 6 verified, verified",
        "10, 10 returned, under-review",
        "10, 10 failed + 3 verified + 3 executed + 4 reinspection, executed",
        ", , under-review",
        ", proposed, disposition-proposed",
        ", approved, disposition-approved",
        ", reinspection, reinspection",
        ", failed, under-review",
        ", failed + proposed, disposition-proposed",
        ", verified, verified"
    })
    void ofParts(Integer whole, String said, String status) {
        assertEquals(
                status, LeastAdvanced.status(Stage.REVIEW, parts(whole, said)).wire());
    }

    @ParameterizedTest
    @EnumSource(names = "REVIEW", mode = EnumSource.Mode.EXCLUDE)
    void beforeAndAfterTheReviewTheWholeIsOne(Stage stage) {
        assertEquals(NonconformityStatus.valueOf(stage.name()), LeastAdvanced.status(stage, parts(10, "4 approved")));
    }
}
