package io.huiyin.followup.task.views.chain;

import static io.huiyin.followup.task.Tasks.FIRST;
import static io.huiyin.followup.task.Tasks.HAN;
import static io.huiyin.followup.task.Tasks.NEXT;
import static io.huiyin.followup.task.Tasks.NOW;
import static io.huiyin.followup.task.Tasks.SAD;
import static io.huiyin.followup.task.Tasks.STILL_NOISY;
import static io.huiyin.followup.task.Tasks.attempted;
import static io.huiyin.followup.task.Tasks.claimed;
import static io.huiyin.followup.task.Tasks.planned;
import static io.huiyin.followup.task.Tasks.reached;
import static io.huiyin.followup.task.Tasks.recontact;
import static io.huiyin.followup.task.Tasks.sad;
import static io.huiyin.followup.task.Tasks.secondContact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.huiyin.followup.task.FollowUpEvent.FollowUpReviewed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpUnconfirmed;
import io.huiyin.followup.task.Log;
import io.huiyin.followup.task.Tasks;
import io.huiyin.followup.task.views.chain.FollowUpChainRow.Opinion;
import io.huiyin.kernel.event.EventEnvelope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainTest {

    @Test
    void eachContactIsARowOfItsChainWithWhatWasSaid() {
        Map<Object, FollowUpChainRow> rows = new FollowUpChainProjection()
                .fold(new Log()
                        .add(FIRST, planned(), claimed(HAN), reached(), sad())
                        .add(FIRST, new FollowUpReviewed("zhou", "尽快换机", null), recontact(NEXT))
                        .add(NEXT, secondContact(), claimed(HAN), attempted(1, "refused", null))
                        .add(NEXT, new FollowUpUnconfirmed(Tasks.SECOND_COMPLAINT, FIRST, 2, "refused", 1))
                        .events());

        FollowUpChainRow first = rows.get(FIRST);
        assertNotNull(first);
        assertEquals("recontact-scheduled", first.status());
        assertNotNull(first.said());
        assertEquals(SAD, first.said().satisfaction());
        assertEquals(List.of(STILL_NOISY), first.said().issues());
        assertEquals(new Opinion("zhou", "尽快换机"), first.review());
        FollowUpChainRow second = rows.get(NEXT);
        assertNotNull(second);
        assertEquals(FIRST, second.chainId());
        assertEquals(2, second.contact());
        assertEquals(FIRST, second.origin().previousFollowUpId());
        assertEquals("unconfirmed", second.status());
        assertEquals("refused", second.because());
    }

    @Test
    void contactsMayBeHeardOfInAnyOrder() {
        Log log = new Log()
                .at(NOW, NEXT, secondContact(), claimed(HAN))
                .at(NOW, FIRST, planned(), claimed(HAN), reached(), sad(), recontact(NEXT));
        List<EventEnvelope> swapped = new ArrayList<>(log.events());
        Collections.rotate(swapped, 5);
        assertEquals(new FollowUpChainProjection().fold(log.events()), new FollowUpChainProjection().fold(swapped));
    }
}
