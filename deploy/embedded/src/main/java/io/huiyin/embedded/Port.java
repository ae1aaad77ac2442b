package io.huiyin.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A port of this machine, who needs it and which environment variable changes it. */
record Port(String user, String variable, int number) {

    static Port of(Map<String, String> environment, String user, String variable, int usual) {
        String text = environment.get(variable);
        if (text == null || text.isBlank()) {
            return new Port(user, variable, usual);
        }
        if (!text.strip().matches("\\d{1,5}")
                || Integer.parseInt(text.strip()) < 1
                || Integer.parseInt(text.strip()) > 65_535) {
            throw new UserError(variable + "=" + text + " is no port");
        }
        return new Port(user, variable, Integer.parseInt(text.strip()));
    }

    /** Refuses ports that something else listens on, or that two of ours would share. */
    static void requireFree(List<Port> ports) {
        Map<Integer, Port> seen = new HashMap<>();
        for (Port port : ports) {
            @Nullable Port other = seen.put(port.number, port);
            if (other != null) {
                throw new UserError("port " + port.number + " is wanted by both " + other.user + " and " + port.user
                        + "; change " + other.variable + " or " + port.variable);
            }
            if (port.isTaken()) {
                throw new UserError("port " + port.number + " is taken, and " + port.user
                        + " needs it; end what listens there or set " + port.variable + " to another port");
            }
        }
    }

    private boolean isTaken() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
