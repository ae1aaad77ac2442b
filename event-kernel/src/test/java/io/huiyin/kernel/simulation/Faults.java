package io.huiyin.kernel.simulation;

import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.projection.Mark;
import io.huiyin.kernel.projection.SimulatedLetters;
import io.huiyin.kernel.reaction.WhenAMatterIsAskedThenAnswer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Breaks things, and does what a person does to broken things. */
final class Faults implements Actor {

    private final World world;
    private final Database database;
    private final SimulatedLog log;
    private final List<Instance> instances;
    private boolean poisonous = true;
    private Database.@Nullable Transaction idle;

    Faults(World world, Database database, SimulatedLog log, List<Instance> instances) {
        this.world = world;
        this.database = database;
        this.log = log;
        this.instances = instances;
    }

    /** Whether views cannot take poison now. */
    boolean isPoisonous() {
        return poisonous;
    }

    @Override
    public void step() {
        if (world.isCalm()) {
            repair();
            return;
        }
        switch (world.any(40)) {
            case 0, 1 -> instances.get(world.any(instances.size())).kill();
            case 2 -> log.wipe();
            case 3 -> log.cut();
            case 4, 5 -> poisonous = !poisonous;
            case 6, 7 -> askForReplays();
            case 8 -> setPolicyBack();
            case 9, 10 -> world.pass(Duration.ofMillis(world.any(6_000)));
            case 11, 12, 13 -> openTransaction();
            case 14, 15, 16, 17 -> endTransaction();
            default -> {
                // All is well for once.
            }
        }
    }

    private void repair() {
        poisonous = false;
        endTransaction();
        askForReplays();
    }

    private void askForReplays() {
        try {
            SimulatedLetters.askForReplays(database);
        } catch (Database.Locked e) {
            // Another time.
        }
    }

    /** Somebody takes a transaction number and does nothing. */
    private void openTransaction() {
        if (idle == null) {
            Database.Transaction opened = database.begin();
            world.tell(() -> "transaction %d is left open".formatted(opened.number()));
            idle = opened;
        }
    }

    private void endTransaction() {
        Database.Transaction opened = idle;
        if (opened != null) {
            opened.rollback();
            idle = null;
        }
    }

    /** After a restore a policy reads its log from the beginning. */
    private void setPolicyBack() {
        String topicId = log.topicId().orElse("");
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            MarkKey key = new MarkKey(WhenAMatterIsAskedThenAnswer.NAME, 1, partition);
            try {
                database.atOnce(transaction -> {
                    if (transaction.get(key) != null) {
                        transaction.put(key, new Mark(topicId, 0, Position.START, 0));
                    }
                    return key;
                });
            } catch (Database.Locked e) {
                // Somebody reads it just now: it stays where it is.
            }
        }
        world.tell(() -> "the policy is set back");
    }
}
