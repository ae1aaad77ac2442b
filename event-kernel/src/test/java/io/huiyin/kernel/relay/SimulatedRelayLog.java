package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.LogRecord;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.simulation.Judge;
import io.huiyin.kernel.simulation.Matter;
import io.huiyin.kernel.simulation.ServiceProcess;
import io.huiyin.kernel.simulation.SimulatedLog;
import io.huiyin.kernel.simulation.Stated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The fake log as one session of the relay writes it. */
class SimulatedRelayLog implements RelayLog {

    private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(30);

    private final ServiceProcess process;
    private final SimulatedLog log;
    private final Judge judge;
    private List<SimulatedLog.Sent> sent = new ArrayList<>();

    SimulatedRelayLog(ServiceProcess process, SimulatedLog log, Judge judge) {
        this.process = process;
        this.log = log;
        this.judge = judge;
    }

    @Override
    public String ensureTopic() {
        process.asks();
        String id = log.ensureTopic();
        process.hears();
        return id;
    }

    @Override
    public Optional<String> topicId() {
        process.asks();
        Optional<String> id = log.topicId();
        process.hears();
        return id;
    }

    /** No restore is simulated. */
    @Override
    public Set<String> topicIds() {
        throw new AssertionError("nothing was restored");
    }

    @Override
    public void remove(Set<String> topicIds) {
        throw new AssertionError("nothing was restored");
    }

    @Override
    public List<LogTail> tails(int depth) {
        process.asks();
        List<LogTail> tails = IntStream.range(0, Partitions.COUNT)
                .mapToObj(partition -> tail(partition, depth))
                .toList();
        process.hears();
        return tails;
    }

    private LogTail tail(int partition, int depth) {
        List<ConsumerRecord<byte[], byte[]>> entries = log.partition(partition);
        int from = Math.max(0, entries.size() - depth);
        LogTail tail = LogTail.unread(partition, from == 0, entries.size());
        for (ConsumerRecord<byte[], byte[]> entry : entries.subList(from, entries.size())) {
            tail = tail.next(LogRecord.read(entry));
        }
        return tail;
    }

    @Override
    public List<End> ends() {
        process.asks();
        List<End> ends = IntStream.range(0, Partitions.COUNT)
                .mapToObj(partition -> new End(log.partition(partition).size(), log.leaderEpoch()))
                .toList();
        process.hears();
        return ends;
    }

    @Override
    public void send(int partition, EventEnvelope event, Position previous, int logEpoch) {
        sent.add(log.send(this, partition, LogRecord.of(Matter.TOPIC, partition, event, previous, logEpoch)));
    }

    @Override
    public void awaitAcknowledged(LogEnds ends) throws ExecutionException, TimeoutException {
        List<SimulatedLog.Sent> awaited = sent;
        sent = new ArrayList<>();
        long until = process.world().nanos() + ACKNOWLEDGEMENT.toNanos();
        for (SimulatedLog.Sent each : awaited) {
            while (!each.isAcknowledged()) {
                if (each.hasFailed()) {
                    throw new ExecutionException(new IllegalStateException("not acknowledged"));
                }
                if (process.world().nanos() > until) {
                    throw new TimeoutException();
                }
                process.lingers();
            }
            ends.took(each.partition(), each.offset());
        }
    }

    @Override
    public void ensureStatements() {
        process.asks();
    }

    @Override
    public void state(Watermark watermark) {
        judge.states(new Stated(
                watermark.watermark(),
                IntStream.range(0, Partitions.COUNT)
                        .mapToObj(partition -> Position.parse(
                                String.valueOf(watermark.positions().get(Matter.TOPIC + "-" + partition))))
                        .toList()));
    }

    void close() {
        log.close(this);
    }
}
