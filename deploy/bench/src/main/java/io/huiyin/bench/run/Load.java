package io.huiyin.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;

/**
 * Asks one server over some connections, on one thread and with as little work as it takes, because it shares the processors with what
 * it measures. Closed: each connection asks again when it is answered. Open: requests are due at a fixed rate whatever becomes of the
 * others, and a time counts from when its request was due, not from when a connection was free for it.
 */
final class Load {

    /** Hears of every answer. */
    @FunctionalInterface
    interface Listener {
        void answered(Wire wire, long at) throws IOException;
    }

    private static final long STALLED = TimeUnit.SECONDS.toNanos(60);
    private static final long NEVER = Long.MAX_VALUE;
    /** A selector waits in milliseconds; what is due sooner is waited for in small steps. */
    private static final long STEP = TimeUnit.MICROSECONDS.toNanos(100);

    private final InetSocketAddress address;
    private final Requests requests;
    private final Listener listener;

    Load(int port, Requests requests) {
        this(port, requests, (wire, at) -> {});
    }

    Load(int port, Requests requests, Listener listener) {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.requests = requests;
        this.listener = listener;
    }

    Outcome closed(int connections, Duration length) throws IOException {
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        return new Course(connections, begin, length, now -> now < end ? now : NEVER, () -> {}).run();
    }

    Outcome open(int connections, double perSecond, Duration length) throws IOException {
        long begin = System.nanoTime();
        long count = Math.round(perSecond * Outcome.seconds(length));
        double interval = 1e9 / perSecond;
        long[] sent = {0};
        return new Course(
                        connections,
                        begin,
                        length,
                        now -> sent[0] < count ? begin + (long) (sent[0] * interval) : NEVER,
                        () -> sent[0]++)
                .run();
    }

    private final class Course {

        private final long begin;
        private final Duration length;
        private final LongUnaryOperator nextDue;
        private final Runnable taken;
        private final int connections;
        private final long end;
        private final Histogram latency = new Histogram(3);
        private final Map<Integer, Long> answers = new TreeMap<>();
        private final Deque<Wire> free = new ArrayDeque<>();
        private long inTime;
        private long lastAnswer = System.nanoTime();

        /**
         * A course.
         *
         * @param begin the instant its length counts from
         * @param nextDue when the next request is due, seen from now; never again when all were sent
         * @param taken told that it was sent
         */
        Course(int connections, long begin, Duration length, LongUnaryOperator nextDue, Runnable taken) {
            this.connections = connections;
            this.begin = begin;
            this.length = length;
            this.nextDue = nextDue;
            this.taken = taken;
            this.end = begin + length.toNanos();
        }

        Outcome run() throws IOException {
            long cpu = ownCpu();
            List<Wire> wires = new ArrayList<>();
            try (Selector selector = Selector.open()) {
                for (int i = 0; i < connections; i++) {
                    wires.add(new Wire(address, selector));
                }
                free.addAll(wires);
                drive(selector);
            } finally {
                for (Wire wire : wires) {
                    wire.close();
                }
            }
            return new Outcome(
                    length,
                    Duration.ofNanos(System.nanoTime() - begin),
                    inTime,
                    answers,
                    latency,
                    Duration.ofNanos(ownCpu() - cpu));
        }

        private void drive(Selector selector) throws IOException {
            while (true) {
                long now = System.nanoTime();
                long due = nextDue.applyAsLong(now);
                while (due <= now && !free.isEmpty()) {
                    taken.run();
                    free.pop().send(requests, due);
                    due = nextDue.applyAsLong(now);
                }
                if (due == NEVER && free.size() == connections) {
                    return;
                }
                await(selector, free.isEmpty() ? NEVER : due - now);
                if (System.nanoTime() - lastAnswer > STALLED && free.size() < connections) {
                    throw new IOException("no answer for " + STALLED / 1_000_000_000 + " s");
                }
            }
        }

        private void await(Selector selector, long nanos) throws IOException {
            if (nanos >= TimeUnit.MILLISECONDS.toNanos(2)) {
                selector.select(this::receive, Math.min(TimeUnit.NANOSECONDS.toMillis(nanos) - 1, 1000));
            } else if (selector.selectNow(this::receive) == 0) {
                LockSupport.parkNanos(Math.min(nanos, STEP));
            }
        }

        private void receive(SelectionKey key) {
            Wire wire = (Wire) key.attachment();
            try {
                if (wire.receive()) {
                    answered(wire);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void answered(Wire wire) throws IOException {
            long now = System.nanoTime();
            lastAnswer = now;
            int status = wire.status();
            answers.merge(status, 1L, Long::sum);
            if (status >= 200 && status < 300) {
                latency.recordValue(now - wire.due());
                if (now <= end) {
                    inTime++;
                }
            }
            listener.answered(wire, now);
            free.add(wire);
        }
    }

    private static long ownCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
