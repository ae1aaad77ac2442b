package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void aTakenPortIsToldWithItsUserAndItsVariable() throws IOException {
        Port port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = new Port("Kafka", "HUIYIN_KAFKA_PORT", taken.getLocalPort());
            UserError refused = assertThrows(UserError.class, () -> Port.requireFree(List.of(port)));
            assertEquals(
                    "port " + port.number() + " is taken, and Kafka needs it; end what listens there or set"
                            + " HUIYIN_KAFKA_PORT to another port",
                    refused.getMessage());
        }
        assertDoesNotThrow(() -> Port.requireFree(List.of(port)));
    }

    @Test
    void twoUsersOfOnePortAreTold() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        List<Port> ports = List.of(new Port("A", "PORT_A", free), new Port("B", "PORT_B", free));
        UserError refused = assertThrows(UserError.class, () -> Port.requireFree(ports));
        assertEquals("port " + free + " is wanted by both A and B; change PORT_A or PORT_B", refused.getMessage());
    }

    @Test
    void theEnvironmentChangesAPort() {
        assertEquals(7, Port.of(Map.of("P", "7"), "A", "P", 5).number());
        assertEquals(5, Port.of(Map.of(), "A", "P", 5).number());
        assertEquals(5, Port.of(Map.of("P", ""), "A", "P", 5).number());
    }

    @Test
    void whatIsNoPortIsRefused() {
        for (String text : List.of("x", "0", "65536", "-1", "999999")) {
            UserError refused = assertThrows(UserError.class, () -> Port.of(Map.of("P", text), "A", "P", 5));
            assertEquals("P=" + text + " is no port", refused.getMessage());
        }
    }
}
