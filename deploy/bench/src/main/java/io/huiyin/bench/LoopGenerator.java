package io.huiyin.bench;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Drives made-up cases through the loop, day after working day: in the morning the desk, then quality, then the callers. What happens to
 * a case its own dice decide, so a seed gives the same cases whatever the threads do.
 */
final class LoopGenerator {

    /** What to drive: how many cases, from which working day on, with how many people at work. */
    record Plan(int cases, long seed, int threads, LocalDate firstDay) {}

    private static final int FILING_DAYS = 3;
    private static final int MOST_DAYS = 90;
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final Plan plan;
    private final Client client;
    private final Clock clock;
    private final Desk desk;
    private final QualityRoom qualityRoom;
    private final CallCentre callCentre;

    LoopGenerator(Client client, Plan plan) {
        this.plan = plan;
        this.client = client;
        this.clock = new Clock(client);
        this.desk = new Desk(client, plan.seed());
        this.qualityRoom = new QualityRoom(client);
        this.callCentre = new CallCentre(client);
    }

    /** Drives all of them to their ends; answers what was done. */
    LoopLedger run() {
        List<Matter> matters = new ArrayList<>();
        LocalDate day = plan.firstDay();
        try (ExecutorService people = Executors.newFixedThreadPool(plan.threads())) {
            List<Matter> arrived = List.of();
            for (int days = 0; days < MOST_DAYS; days++, day = nextWorkingDay(day)) {
                clock.set(Service.COMPLAINT, day, MORNING);
                List<Matter> today = new ArrayList<>(arrived);
                today.addAll(filedOn(days));
                matters.addAll(today);
                each(people, today, desk::handle);
                each(people, today, qualityRoom::handle);
                arrived = callCentre.work(people, plan.threads(), today);
                if (days >= FILING_DAYS && arrived.isEmpty() && callCentre.isIdle()) {
                    break;
                }
            }
        }
        return new LoopLedger(client, matters, plan.firstDay(), day, callCentre.faults());
    }

    private List<Matter> filedOn(int dayNumber) {
        return IntStream.range(0, plan.cases())
                .filter(index -> index % FILING_DAYS == dayNumber)
                .mapToObj(index -> Matter.filed(plan.seed(), index))
                .toList();
    }

    /** One thread a case; what goes wrong with one ends that one alone. */
    private static void each(ExecutorService people, List<Matter> matters, Consumer<Matter> work) {
        Together.run(
                people,
                matters.stream()
                        .filter(matter -> !matter.isFailed())
                        .<Runnable>map(matter -> () -> {
                            try {
                                work.accept(matter);
                            } catch (Unexpected e) {
                                matter.failure = e.getMessage();
                            }
                        })
                        .toList());
    }

    /** The holidays of Monday to Friday are the caller's to avoid. */
    private static LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        return switch (next.getDayOfWeek()) {
            case SATURDAY -> next.plusDays(2);
            case SUNDAY -> next.plusDays(1);
            default -> next;
        };
    }
}
