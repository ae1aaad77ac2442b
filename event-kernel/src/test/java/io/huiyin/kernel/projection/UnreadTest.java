package io.huiyin.kernel.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadTest {

    /** One record a letter: {@code w} is of interest. */
    private static List<Delivered> records(String wanted) {
        return IntStream.range(0, wanted.length())
                .mapToObj(i -> new Delivered(
                        new ConsumerRecord<>("log", 0, i, new byte[0], new byte[0]),
                        null,
                        wanted.charAt(i) == 'w',
                        null))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "wwwww, ww|ww|w",
        "wwww, ww|ww",
        "....., .....",
        "w, w",
        ".w.w.w., .w.w.|w.",
        "ww..., ww...",
        "..www, ..ww|w"
    })
    void aBatchHoldsAsManyAsAViewTakesAndAllOthersOnTheWay(String read, String batches) {
        List<Delivered> records = records(read);
        Unread unread = new Unread(2);
        unread.replace(records);
        List<String> sizes = new ArrayList<>();
        List<Delivered> handedOut = new ArrayList<>();
        while (!unread.isEmpty()) {
            List<Delivered> batch = unread.next();
            handedOut.addAll(batch);
            sizes.add(batch.stream().map(one -> one.wanted() ? "w" : ".").reduce("", String::concat));
        }
        assertEquals(batches, String.join("|", sizes));
        assertEquals(records, handedOut);
        assertTrue(unread.next().isEmpty());
    }
}
