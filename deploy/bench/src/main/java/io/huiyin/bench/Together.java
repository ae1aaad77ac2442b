package io.huiyin.bench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Runs work side by side and waits for all of it. */
public final class Together {

    private Together() {}

    public static void run(ExecutorService people, List<Runnable> work) {
        List<? extends Future<?>> under = work.stream().map(people::submit).toList();
        try {
            for (Future<?> one : under) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
