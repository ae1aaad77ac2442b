package io.huiyin.kernel.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Thousands of questions to random calendars, most of them about weeks in which the clocks change, answered minute by minute too. */
class CalendarAgainstSlowTimeTest {

    private static final int QUESTIONS = 120;

    private interface Question {
        void ask(BusinessCalendar calendar, SlowTime slow, SplittableRandom random, String told);
    }

    private static void ask(Question question) {
        for (World world : World.ALL) {
            SplittableRandom random = new SplittableRandom(world.seed());
            for (int times = 0; times < QUESTIONS; times++) {
                String told = "seed " + world.seed() + ", question " + times + ", "
                        + world.recipe().zone();
                question.ask(world.calendar(), world.slow(), random, told);
            }
        }
    }

    private static int minute(SplittableRandom random) {
        return random.nextInt(Recipe.MINUTES);
    }

    @Test
    void openAndNextOpening() {
        ask((calendar, slow, random, told) -> {
            int minute = minute(random);
            assertEquals(slow.isOpen(minute), calendar.isOpen(slow.instant(minute)), told);
            int opening = slow.nextOpening(minute);
            if (opening != SlowTime.BEYOND) {
                assertEquals(slow.instant(opening), calendar.nextOpening(slow.instant(minute)), told);
            }
        });
    }

    @Test
    void workingTimeBetween() {
        ask((calendar, slow, random, told) -> {
            int from = minute(random);
            int to = Math.min(Recipe.MINUTES, from + random.nextInt(10 * 1440));
            assertEquals(
                    Duration.ofMinutes(slow.counted(CalendarKind.WORKING, from, to)),
                    calendar.workingTime(slow.instant(from), slow.instant(to)),
                    told);
            assertEquals(
                    Duration.ofMinutes(slow.counted(CalendarKind.WORKING_DAYS, from, to)),
                    calendar.wholeDays().workingTime(slow.instant(from), slow.instant(to)),
                    told);
        });
    }

    @Test
    void workingTimeAndDaysAdded() {
        ask((calendar, slow, random, told) -> {
            int from = minute(random);
            int minutes = random.nextInt(3000);
            int days = random.nextInt(12);
            Instant start = slow.instant(from);
            same(
                    slow,
                    slow.due(CalendarKind.WORKING, from, minutes),
                    calendar.plus(start, Duration.ofMinutes(minutes)),
                    told);
            same(slow, slow.due(CalendarKind.CALENDAR_DAYS, from, days), calendar.plusDays(start, days), told);
            same(slow, slow.due(CalendarKind.WORKING_DAYS, from, days), calendar.plusWorkingDays(start, days), told);
        });
    }

    private static void same(SlowTime slow, int expected, Instant answer, String told) {
        if (expected != SlowTime.BEYOND) {
            assertEquals(slow.instant(expected), answer, told);
        }
    }

    @Test
    void stretchesCoverAllTimeOnceAndAreAsFewAsCanBe() {
        ask((calendar, slow, random, told) -> {
            int from = minute(random);
            int to = Math.min(Recipe.MINUTES, from + random.nextInt(1, 6 * 1440));
            List<Stretch> stretches = calendar.stretches(slow.instant(from), slow.instant(to));
            Instant covered = slow.instant(from);
            for (int place = 0; place < stretches.size(); place++) {
                Stretch stretch = stretches.get(place);
                assertEquals(covered, stretch.from(), told);
                assertTrue(stretch.length().isPositive(), told);
                assertTrue(place == 0 || !stretches.get(place - 1).isContinuedBy(stretch), told);
                covered = stretch.to();
            }
            assertEquals(slow.instant(to), covered, told);
            int place = 0;
            for (int minute = from; minute < to; minute++) {
                while (!slow.instant(minute).isBefore(stretches.get(place).to())) {
                    place++;
                }
                assertEquals(slow.isOpen(minute), stretches.get(place).isOpen(), told);
            }
        });
    }
}
