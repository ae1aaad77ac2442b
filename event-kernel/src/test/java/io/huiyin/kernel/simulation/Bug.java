package io.huiyin.kernel.simulation;

/** Planted in a run, to show that the simulation catches it; each is a variant of a part, in the test tree only. */
public enum Bug {
    NONE,
    CHECKPOINT_BEFORE_ACK,
    NO_GAP_RULE,
    ORDER_BY_ID_ALONE,
    VERSION_TAKEN_INSIDE,
    POLICY_WITHOUT_KEY,
    LEASE_WITHOUT_EPOCH
}
