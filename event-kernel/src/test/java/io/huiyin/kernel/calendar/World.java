package io.huiyin.kernel.calendar;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** One random calendar, the real one and the slow one. */
public record World(long seed, Recipe recipe, BusinessCalendar calendar, SlowTime slow) {

    /** Thirty of them, the same in every run. */
    public static final List<World> ALL =
            LongStream.rangeClosed(1, 30).mapToObj(World::of).toList();

    private static World of(long seed) {
        Recipe recipe = Recipe.random(new SplittableRandom(seed));
        return new World(seed, recipe, recipe.calendar(), new SlowTime(recipe));
    }
}
