package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import io.huiyin.bench.Unexpected;
import io.huiyin.bench.faults.evidence.LogEntry;
import io.huiyin.bench.faults.evidence.LogReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to topics past all relays, as anybody may who can reach the broker. */
final class LogWriter implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    LogWriter(String brokers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all", "max.request.size", 8 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Appends records once more, each to its own partition. */
    void repeat(Service service, List<LogEntry> entries) {
        List<Future<RecordMetadata>> sent = entries.stream()
                .map(entry -> send(service, entry.partition(), entry.key(), entry.headers(), entry.body()))
                .toList();
        sent.forEach(LogWriter::await);
    }

    /** Appends one record. */
    void write(Service service, int partition, String key, Map<String, String> headers, String body) {
        await(send(service, partition, key, headers, body));
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Future<RecordMetadata> send(
            Service service, int partition, String key, Map<String, String> headers, String body) {
        ProducerRecord<byte[], byte[]> entry =
                new ProducerRecord<>(LogReader.topic(service), partition, bytes(key), bytes(body));
        headers.forEach((name, value) -> entry.headers().add(name, bytes(value)));
        return producer.send(entry);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
