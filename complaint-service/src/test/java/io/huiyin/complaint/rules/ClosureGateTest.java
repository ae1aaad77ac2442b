package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.ComplaintCommand.CompleteMeasure;
import io.huiyin.complaint.ComplaintCommand.GiveFinalAnswer;
import io.huiyin.complaint.ComplaintRefusal;
import io.huiyin.complaint.Steps;
import io.huiyin.kernel.decide.FieldFault;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("CMP-49: a case closes only when all is settled; every unmet condition is named")
class ClosureGateTest {

    private static final List<String> TOWARDS_THE_END = List.of("/customerDecision", "/implemented", "/verified");

    static Stream<Arguments> unmet() {
        return Stream.of(
                Arguments.of(
                        Steps.registered(),
                        List.of("/liability", "/customerInformed", "/customerDecision", "/implemented", "/verified")),
                Arguments.of(
                        Steps.registered().liable("own", "quality"),
                        List.of("/settlement", "/customerInformed", "/customerDecision", "/implemented", "/verified")),
                Arguments.of(
                        Steps.registered().liable("none", "other"),
                        List.of("/customerInformed", "/customerDecision", "/implemented", "/verified")),
                Arguments.of(
                        Steps.registered().pending("10.00"),
                        List.of("/settlement", "/customerInformed", "/customerDecision", "/implemented", "/verified")),
                Arguments.of(Steps.registered().communicated(), TOWARDS_THE_END),
                Arguments.of(Steps.registered().rejected(), TOWARDS_THE_END),
                Arguments.of(Steps.registered().implementing(), List.of("/implemented", "/verified")),
                Arguments.of(
                        Steps.registered().implementing().then(new CompleteMeasure("x", null)), List.of("/verified")),
                Arguments.of(
                        Steps.registered().rejected().then(new GiveFinalAnswer("letter", "x", null)),
                        List.of("/verified")));
    }

    @ParameterizedTest
    @MethodSource("unmet")
    void whatIsUnmetIsNamed(Steps steps, List<String> pointers) {
        assertEquals(
                pointers,
                complaint()
                        .given(steps.history())
                        .when(Steps.close())
                        .thenRefused(ComplaintRefusal.CLOSURE_UNMET)
                        .faults()
                        .stream()
                        .map(FieldFault::pointer)
                        .toList());
    }

    static Stream<Steps> met() {
        return Stream.of(
                Steps.registered().verified(),
                Steps.registered()
                        .rejected()
                        .then(new GiveFinalAnswer("letter", "x", null))
                        .then(Steps.verify(true)),
                Steps.registered()
                        .liable("customer", "misuse")
                        .then(Steps.inform())
                        .then(Steps.decide(true))
                        .then(new CompleteMeasure("已说明", null))
                        .then(Steps.verify(true)));
    }

    @ParameterizedTest
    @MethodSource("met")
    void whenNothingIsUnmetItCloses(Steps steps) {
        complaint().given(steps.history()).when(Steps.close()).thenEvents(events -> assertEquals(1, events.size()));
    }
}
