package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TestStackTest {

    @TempDir
    Path folder;

    @Test
    void itServesObeysAndLeavesNothingBehind() throws Exception {
        int postgresPort = freePort();
        int kafkaPort = freePort();
        Process stack = new ProcessBuilder(Java.main(
                        TestStack.class,
                        List.of("-Xmx64m"),
                        List.of(Integer.toString(postgresPort), Integer.toString(kafkaPort), folder.toString())))
                .redirectError(Redirect.INHERIT)
                .start();
        try (BufferedReader answers =
                        new BufferedReader(new InputStreamReader(stack.getInputStream(), StandardCharsets.UTF_8));
                OutputStream orders = stack.getOutputStream()) {
            assertEquals("READY", answers.readLine());
            assertEquals("5s|30s|10s|on|on|on", settingsOfApp(postgresPort));
            assertEquals(List.of("t"), topicMade(kafkaPort));
            assertTrue(Files.exists(folder.resolve("keys/public.pem")));
            for (String order : List.of("pg-stop", "pg-start")) {
                orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
                orders.flush();
                assertEquals("OK", answers.readLine(), order);
            }
            assertEquals("5s|30s|10s|on|on|on", settingsOfApp(postgresPort));
            assertTrue(processes() >= 3, "the stack, the broker, the postmaster");
        }
        assertTrue(stack.waitFor(10, TimeUnit.SECONDS));
        assertEquals(0, stack.exitValue());
        assertEquals(0, processes());
    }

    private static String settingsOfApp(int port) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/huiyin_complaint";
        try (Connection connection = DriverManager.getConnection(url, "huiyin_app", "app");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT concat_ws('|', current_setting('lock_timeout'),"
                        + " current_setting('statement_timeout'),"
                        + " current_setting('idle_in_transaction_session_timeout'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit'), current_setting('full_page_writes'))")) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    private static List<String> topicMade(int port) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + port))) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get(10, TimeUnit.SECONDS);
            return List.copyOf(admin.listTopics().names().get(10, TimeUnit.SECONDS));
        }
    }

    private long processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> Processes.commandLine(process).contains(folder.toString()))
                .count();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
