package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import io.huiyin.embedded.UsageError;
import java.util.List;

/** The faults that can be asked for. */
final class AllFaults {

    private static final List<Fault> ALL = List.of(
            new KillService(Service.values().length),
            new PauseBroker(),
            new KillPostgres(),
            new KillBroker(),
            new LoseLog(),
            new Zombies(),
            new BadLinks(),
            new Poison(),
            new DuplicateDelivery(),
            new Storm(),
            new SlowConsumers(),
            new LongTransaction(),
            new ManyWriters(),
            new OneKeyManyThreads(),
            new TwoRelays(),
            new DiskFull());

    private AllFaults() {}

    /** Those of these numbers; all of them for none. */
    static List<Fault> chosen(List<String> ids) {
        List<String> known = ALL.stream().map(Fault::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new UsageError("no fault " + id + "; there are " + String.join(" ", known));
        });
        return ALL.stream()
                .filter(fault -> ids.isEmpty() || ids.contains(fault.id()))
                .toList();
    }
}
