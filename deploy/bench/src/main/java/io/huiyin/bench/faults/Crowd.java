package io.huiyin.bench.faults;

import io.huiyin.bench.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** People who all do the same at one instant. */
final class Crowd {

    private Crowd() {}

    /** Waits until all have done it; what each got. */
    static <T> List<T> together(int people, IntFunction<T> act) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService crowd = Executors.newFixedThreadPool(people)) {
            List<Future<T>> acts = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                int seat = i;
                acts.add(crowd.submit(() -> {
                    start.await();
                    return act.apply(seat);
                }));
            }
            start.countDown();
            List<T> got = new ArrayList<>();
            for (Future<T> one : acts) {
                got.add(one.get());
            }
            return got;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unexpected unexpected) {
                throw unexpected;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
