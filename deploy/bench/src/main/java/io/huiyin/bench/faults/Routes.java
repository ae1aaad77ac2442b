package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands before the instances of each service and sends every request to the next of those that are thought to answer. */
final class Routes {

    private final Map<Service, List<String>> addresses = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    void add(Service service, String url) {
        addresses.computeIfAbsent(service, each -> new CopyOnWriteArrayList<>()).add(url);
    }

    void remove(Service service, String url) {
        addresses.getOrDefault(service, List.of()).remove(url);
    }

    String to(Service service) {
        List<String> those = List.copyOf(addresses.getOrDefault(service, List.of()));
        if (those.isEmpty()) {
            throw new IllegalStateException("no instance of " + service.id() + " is routed to");
        }
        return those.get(Math.floorMod(turn.getAndIncrement(), those.size()));
    }
}
