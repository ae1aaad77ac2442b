package io.huiyin.kernel.policy;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the service its policies: the catalogue on its class path, and the values of the profile it was started with. */
@ApplicationScoped
public class PolicyProfiles {

    @Produces
    @Singleton
    PolicyCatalogue catalogue() {
        return shipped();
    }

    /** The values of the profile that {@code huiyin.profile} selects. */
    @Produces
    @ApplicationScoped
    InForce selected(@ConfigProperty(name = "huiyin.profile") String profile, PolicyCatalogue catalogue) {
        return new InForce(catalogue.values(profile));
    }

    /** A profile that cannot be read stops the start, not the first request. */
    void atStart(@Observes StartupEvent started, InForce inForce) {
        inForce.values();
    }

    /** Holder of the values in force, so that they can be replaced at run time. */
    public static class InForce {
        private final PolicyValues values;

        protected InForce() {
            this(new PolicyValues("none", Map.of()));
        }

        InForce(PolicyValues values) {
            this.values = values;
        }

        public PolicyValues values() {
            return values;
        }
    }

    /**
     * Loads one profile with all it inherits.
     *
     * @throws IllegalStateException naming file, line and key when something is wrong
     */
    public static PolicyValues load(String profile) {
        return shipped().values(profile);
    }

    private static PolicyCatalogue shipped() {
        return PolicyCatalogue.read(
                PolicyCatalogue.Files.of(Thread.currentThread().getContextClassLoader()));
    }
}
