package io.huiyin.report;

import io.huiyin.kernel.decide.Actor;

/** Who signed, as the report shows him. */
public record Person(String id, String name) {

    public static Person of(Actor actor) {
        return new Person(actor.id(), actor.name());
    }
}
