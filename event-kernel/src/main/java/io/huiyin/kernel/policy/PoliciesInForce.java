package io.huiyin.kernel.policy;

import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The values in force: those of the profile that {@code huiyin.profile} selects, with what was changed since. Every decision takes its
 * values here, at the instant it is made. A profile that is not there, or cannot be read, ends the start.
 */
@Startup
@ApplicationScoped
public class PoliciesInForce {

    private final InstantSource clock;
    private final PolicyValues profile;
    private volatile PolicyTimeline timeline;

    @Inject
    PoliciesInForce(
            BusinessClock clock, PolicyCatalogue catalogue, @ConfigProperty(name = "huiyin.profile") String profile) {
        this(clock, catalogue.values(profile));
    }

    /** Values that nobody changes; for what runs apart from a service. */
    public PoliciesInForce(InstantSource clock, PolicyValues profile) {
        this.clock = clock;
        this.profile = profile;
        this.timeline = new PolicyTimeline(profile, Map.of());
    }

    /** The values in force now. */
    public PolicyValues values() {
        return values(clock.instant());
    }

    /** The values in force at an instant, as far as it is known today. */
    public PolicyValues values(Instant at) {
        return timeline.at(at);
    }

    /** What the profile gives, whatever was changed. */
    PolicyValues.Entry ofProfile(String key) {
        return profile.entry(key);
    }

    /** What a key was changed to. */
    PolicyChanges changes(String key) {
        return timeline.changes(key);
    }

    /** Takes over all that was changed, by key. */
    void changed(Map<String, PolicyChanges> changes) {
        timeline = new PolicyTimeline(profile, changes);
    }
}
