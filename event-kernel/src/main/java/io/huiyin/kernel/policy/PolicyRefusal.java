package io.huiyin.kernel.policy;

import io.huiyin.kernel.decide.Refusal;
import org.jspecify.annotations.Nullable;

/** Why a policy is not changed. */
enum PolicyRefusal implements Refusal {
    OWNED_ELSEWHERE;

    @Override
    public String slug() {
        return "policy-owned-elsewhere";
    }

    @Override
    public @Nullable String rule() {
        return "X-09";
    }

    @Override
    public String english() {
        return "Another service decides on this policy.";
    }

    @Override
    public String chinese() {
        return "该策略由其他服务负责变更。";
    }
}
