package io.huiyin.nonconformity;

import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.nonconformity.rules.ReviewAuthority;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who decides on dispositions is policy ({@code ncr.authority.roles}); whoever does also reads nonconformities, holds and lots,
 * sits in reviews and may be called to verify, whatever his role is called.
 */
@RequestScoped
public class Admission {

    /** Whose departments are heard in reviews. */
    private static final List<String> REVIEWERS = List.of(
            "inspector",
            "quality",
            "warehouse",
            "production",
            "engineering",
            "technician",
            "purchasing",
            "finance",
            "mrb-site",
            "mrb-company",
            "department-head",
            "complaint-owner",
            "gm-office",
            "general-manager",
            "factory-director",
            "chief-engineer",
            "management-rep",
            "leader");

    private static final List<String> READERS =
            Stream.concat(REVIEWERS.stream(), Stream.of("agent", "auditor")).toList();

    /** Who asks before goods move. */
    private static final List<String> HANDLERS =
            Stream.concat(READERS.stream(), Stream.of("dispatcher")).toList();

    /** Whose work is with products and their lots. */
    private static final List<String> TRACERS = List.of(
            "inspector",
            "quality",
            "warehouse",
            "production",
            "engineering",
            "purchasing",
            "mrb-site",
            "mrb-company",
            "management-rep",
            "leader",
            "auditor");

    private final Requests requests;
    private final PoliciesInForce policies;

    Admission(Requests requests, PoliciesInForce policies) {
        this.requests = requests;
        this.policies = policies;
    }

    /** Lets nobody on who decides at no level. */
    public void ofDeciders() {
        require(List.of());
    }

    /** Lets nobody on who is never called to a review. */
    public void ofReviewers() {
        require(REVIEWERS);
    }

    /** Lets nobody on who has no business reading. */
    public void ofReaders() {
        require(READERS);
    }

    /** Lets nobody on who neither reads nor moves goods. */
    public void ofHandlers() {
        require(HANDLERS);
    }

    /** Lets nobody on who does not work with products. */
    public void ofTracers() {
        require(TRACERS);
    }

    private void require(List<String> besides) {
        List<String> roles = Stream.concat(ReviewAuthority.roles(policies.values()).stream(), besides.stream())
                .toList();
        if (!requests.actor().isAny(roles.toArray(String[]::new))) {
            throw new ForbiddenException("none of " + roles);
        }
    }
}
