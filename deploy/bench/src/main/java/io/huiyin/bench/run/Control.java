package io.huiyin.bench.run;

import io.huiyin.embedded.Access;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The bare control as a process of its own, with a database of its own in the same PostgreSQL server. */
final class Control implements AutoCloseable {

    private static final String READY = "READY ";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final int bytes;
    private final HttpClient http = HttpClient.newHttpClient();

    private Control(Process process, int port, int bytes) {
        this.process = process;
        this.port = port;
        this.bytes = bytes;
    }

    /**
     * Starts it.
     *
     * @param bytes of each of its rows
     */
    static Control start(Databases databases, Access access, int bytes) throws IOException {
        databases.execute("postgres", "create database " + ControlServer.DATABASE);
        databases.execute(ControlServer.DATABASE, ControlServer.TABLES);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ControlServer.class.getName(),
                        Integer.toString(databases.port())))
                .redirectError(Redirect.appendTo(
                        access.data().resolve("logs/control.log").toFile()));
        builder.environment().put("PGPASSWORD", databases.password());
        Process process = builder.start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("the control does not start: " + line);
        }
        return new Control(process, Integer.parseInt(line.substring(READY.length())), bytes);
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    Load load() {
        Template template = Template.post(
                "127.0.0.1:" + port,
                "/events",
                "",
                "control-################",
                "{\"data\":\"" + "x".repeat(bytes - 11) + "\"}");
        long[] number = {System.nanoTime()};
        return new Load(port, (ByteBuffer into) -> template.write(into, number[0]++));
    }

    /** Rows per second that the same statement reaches without HTTP, by so many clients at once. */
    double sqlRate(int clients, Duration length) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:%d/sql?clients=%d&millis=%d&bytes=%d"
                .formatted(port, clients, length.toMillis(), bytes));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri).timeout(length.plus(PATIENCE)).build(),
                HttpResponse.BodyHandlers.ofString());
        return Long.parseLong(answer.body()) / Outcome.seconds(length);
    }

    /** Ends when its stdin closes. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        http.close();
    }
}
