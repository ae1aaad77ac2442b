package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.LogEntry;
import io.huiyin.bench.faults.evidence.LogReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
        entries.forEach(entry -> send(service, entry.partition(), entry.key(), entry.headers(), entry.body()));
        producer.flush();
    }

    /** Appends one record. */
    void write(Service service, int partition, String key, Map<String, String> headers, String body) {
        send(service, partition, key, headers, body);
        producer.flush();
    }

    private void send(Service service, int partition, String key, Map<String, String> headers, String body) {
        ProducerRecord<byte[], byte[]> entry =
                new ProducerRecord<>(LogReader.topic(service), partition, bytes(key), bytes(body));
        headers.forEach((name, value) -> entry.headers().add(name, bytes(value)));
        producer.send(entry);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
