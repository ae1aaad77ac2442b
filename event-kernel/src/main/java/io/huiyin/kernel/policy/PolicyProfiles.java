package io.huiyin.kernel.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The policies a service ships: the catalogue on its class path. */
@ApplicationScoped
public class PolicyProfiles {

    @Produces
    @Singleton
    PolicyCatalogue catalogue() {
        return shipped();
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
