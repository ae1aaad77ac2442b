package io.huiyin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One complaint of the generator: what its dice have decided, and the ledger's line of what was done. Only one thread at a time works on
 * it.
 */
public final class Matter {

    /** How a chain of contacts stands, as far as this complaint goes. */
    enum Asked {
        NOBODY,
        AWAITED,
        CONTENT,
        DISSATISFIED,
        UNCONFIRMED,
        WAIVED
    }

    final int root;
    final SplittableRandom dice;
    /** The follow-up that led to it; null for one that was filed. */
    final @Nullable String origin;
    /** Which contact its closing leads to. */
    final int contact;

    String id = "";
    String channel = "";
    String severity = "ordinary";
    int quantity = 1;
    boolean anonymous;
    boolean replyOnly;

    boolean closed;
    boolean declined;
    boolean rejected;
    boolean asked;

    @Nullable
    Boolean timely;

    int waivedBefore;
    Asked follow = Asked.NOBODY;

    @Nullable
    String followUp;

    int unanswered;
    int attempts;
    boolean reached;
    int score;
    int issues;

    @Nullable
    Matter child;

    @Nullable
    Sheet sheet;

    @Nullable
    String failure;

    /** Its nonconformity, as the ledger knows it. */
    static final class Sheet {
        String id = "";
        boolean cleared;
        boolean conceded;
        int passed;
        int failed;
    }

    private Matter(int root, SplittableRandom dice, @Nullable String origin, int contact) {
        this.root = root;
        this.dice = dice;
        this.origin = origin;
        this.contact = contact;
    }

    public static Matter filed(long seed, int root) {
        return new Matter(root, new SplittableRandom(seed * 1_000_003L + root), null, 1);
    }

    /** The complaint that a follow-up leads to, of which nothing else is known. */
    public static Matter arrived(long seed, int root, String followUp) {
        return new Matter(root, new SplittableRandom(seed * 1_000_003L + root), followUp, 2);
    }

    /** Whether handling it led to a nonconformity. */
    public boolean hasNonconformity() {
        return sheet != null;
    }

    /** The complaint that a dissatisfied record of this one's follow-up leads to. */
    Matter next() {
        Matter next = new Matter(root, dice.split(), followUp, contact + 1);
        next.severity = severity;
        next.quantity = quantity;
        next.channel = "follow-up";
        child = next;
        return next;
    }

    boolean chance(double share) {
        return dice.nextDouble() < share;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }

    boolean isRecorded() {
        return follow == Asked.CONTENT || follow == Asked.DISSATISFIED;
    }

    boolean isFailed() {
        return failure != null;
    }

    /** The follow-ups there should be of it, by the state each should have ended in. */
    List<String> followUpStates() {
        List<String> states = new ArrayList<>();
        for (int i = 0; i < waivedBefore; i++) {
            states.add("waived");
        }
        switch (follow) {
            case NOBODY -> {}
            case AWAITED -> states.add("scheduled");
            case CONTENT -> states.add("closed");
            case UNCONFIRMED -> states.add("unconfirmed");
            case WAIVED -> states.add("waived");
            case DISSATISFIED -> states.add(settled() ? "closed" : "recontact-scheduled");
        }
        return states;
    }

    /** Whether the last contact of the chain that goes on from here was content. */
    private boolean settled() {
        return switch (follow) {
            case CONTENT -> true;
            case DISSATISFIED -> child != null && child.settled();
            case NOBODY, AWAITED, UNCONFIRMED, WAIVED -> false;
        };
    }

    @Override
    public String toString() {
        return "case " + root + (contact > 1 ? "." + contact : "") + " " + id;
    }
}
