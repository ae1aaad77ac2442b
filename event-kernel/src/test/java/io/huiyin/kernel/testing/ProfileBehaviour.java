package io.huiyin.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValues;
import java.util.function.Function;

/**
 * That a profile is another kind of organisation: with its values something else comes of the same commands than with those of GENERAL.
 * A service has these for the profiles that differ in what it does.
 *
 * @param profile whose behaviour it is
 * @param what is done
 * @param comes what comes of it, in words, under any values
 * @param of what comes of it in the profile
 * @param general what comes of it in GENERAL
 */
public record ProfileBehaviour(
        String profile, String what, Function<PolicyValues, String> comes, String of, String general) {

    public ProfileBehaviour {
        assertNotEquals(of, general, "no difference");
    }

    /** Looks at both. */
    public void check() {
        assertEquals(general, comes.apply(PolicyProfiles.load("GENERAL")), "GENERAL");
        assertEquals(of, comes.apply(PolicyProfiles.load(profile)), profile);
    }

    /** As it is shown: the profile first. */
    @Override
    public String toString() {
        return profile + ": " + what;
    }
}
