package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.ComplaintCommand.DeclineComplaint;
import io.huiyin.complaint.ComplaintStatus;
import io.huiyin.kernel.decide.FieldFault;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CMP-06")
@DisplayName("CMP-06: an entry that is not genuine closes only with a reason and an answer to its sender")
class AnswerToTheSenderTest {

    @Test
    void reasonAndAnswerAreBothWanted() {
        assertEquals(List.of(), pointers("not-our-product", "该产品非我司生产。"));
        assertEquals(List.of("/reason"), pointers(" ", "该产品非我司生产。"));
        assertEquals(List.of("/answer"), pointers("not-our-product", "\t"));
        assertEquals(List.of("/reason", "/answer"), pointers("", ""));
    }

    private static List<String> pointers(String reason, String answer) {
        return AnswerToTheSender.faults(reason, answer).stream()
                .map(FieldFault::pointer)
                .toList();
    }

    @Test
    void noneIsDeclinedWithoutAnAnswer() {
        complaint()
                .given(registered())
                .when(new DeclineComplaint("not-our-product", " ", null))
                .thenInvalid("/answer");
        complaint()
                .given(registered())
                .when(new DeclineComplaint("", "该产品非我司生产。", null))
                .thenInvalid("/reason");
    }

    @Test
    void bothAreKept() {
        complaint()
                .given(registered())
                .when(new DeclineComplaint("not-our-product", "该产品非我司生产。", null))
                .thenState(state -> {
                    assertEquals(ComplaintStatus.DECLINED, caseOf(state).status());
                    assertEquals("not-our-product", caseOf(state).ending().declinedBecause());
                    assertEquals("该产品非我司生产。", caseOf(state).ending().answer());
                });
    }
}
