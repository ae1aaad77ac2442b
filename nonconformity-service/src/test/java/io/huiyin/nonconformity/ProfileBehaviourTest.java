package io.huiyin.nonconformity;

import static io.huiyin.nonconformity.Sheets.A;
import static io.huiyin.nonconformity.Sheets.INSPECTOR;
import static io.huiyin.nonconformity.Sheets.QUALITY;
import static io.huiyin.nonconformity.Sheets.TEN;
import static io.huiyin.nonconformity.Sheets.actor;
import static io.huiyin.nonconformity.Sheets.approve;
import static io.huiyin.nonconformity.Sheets.approved;
import static io.huiyin.nonconformity.Sheets.executed;
import static io.huiyin.nonconformity.Sheets.heard;
import static io.huiyin.nonconformity.Sheets.heardOf;
import static io.huiyin.nonconformity.Sheets.nonconformity;
import static io.huiyin.nonconformity.Sheets.propose;
import static io.huiyin.nonconformity.Sheets.proposed;
import static io.huiyin.nonconformity.Sheets.reinspect;
import static io.huiyin.nonconformity.Sheets.verify;

import io.huiyin.kernel.testing.ProfileBehaviour;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a nonconformity comes to in a profile, and in GENERAL. RULEBOOK §2.2, §9.2. */
class ProfileBehaviourTest {

    private static final String TOO_LOW = "refused: nonconformity-level-too-low";

    static List<ProfileBehaviour> behaviours() {
        return List.of(
                decides("BIOTECH", "the quality director", "quality-director", "minor"),
                decides("EQUIPMENT", "quality", "quality", "major"),
                decides("MANUFACTURER", "the general manager", "general-manager", "major"),
                decides("SOFTWARE", "the management representative", "management-rep", "major"),
                decides("PHARMACY", "the store's quality officer", "store-quality-officer", "minor"),
                new ProfileBehaviour(
                        "MANUFACTURER",
                        "what is urgently needed is released before it is inspected",
                        policies -> nonconformity(policies)
                                .given(heard())
                                .by(QUALITY)
                                .when(propose(A, "urgent-release", 10))
                                .outcome(),
                        "DispositionProposed",
                        "refused: nonconformity-concession-not-allowed"),
                new ProfileBehaviour(
                        "HOSPITAL",
                        "nothing is used under concession",
                        policies -> nonconformity(policies)
                                .given(heard())
                                .by(QUALITY)
                                .when(propose(A, "concession", 10))
                                .outcome(),
                        "refused: nonconformity-concession-not-allowed",
                        "DispositionProposed"),
                new ProfileBehaviour(
                        "PROPERTY",
                        "who found it verifies what was done",
                        policies -> nonconformity(policies)
                                .given(heard(proposed(A, "scrap", 10), approved(A), executed(A, "scrap", 10)))
                                .by(INSPECTOR)
                                .when(verify(A))
                                .outcome(),
                        "DispositionVerified, NonconformityVerified",
                        "refused: nonconformity-not-the-verifier"),
                new ProfileBehaviour(
                        "FOUNDRY",
                        "the manufacturing department inspects its own work in process again",
                        policies -> nonconformity(policies)
                                .given(heardOf(
                                        "in-process",
                                        proposed(A, "rework", 10),
                                        approved(A),
                                        executed(A, "rework", 10)))
                                .by(actor("feng", "production"))
                                .when(reinspect(A, true))
                                .outcome(),
                        "ReinspectionPassed, NonconformityVerified",
                        "refused: nonconformity-not-the-inspector"));
    }

    private static ProfileBehaviour decides(String profile, String who, String role, String severity) {
        return new ProfileBehaviour(
                profile,
                who + " decides on a " + severity + " one",
                policies -> nonconformity(policies)
                        .given(heard(TEN, severity, proposed(A, "rework", 10)))
                        .by(actor("he", role))
                        .when(approve())
                        .outcome(),
                "DispositionApproved",
                TOO_LOW);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("behaviours")
    void theSameCommandsComeToSomethingElse(ProfileBehaviour behaviour) {
        behaviour.check();
    }
}
