package io.huiyin.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between the services and a store: carries bytes both ways until it is told to carry them late, or not at all. */
final class Link implements AutoCloseable {

    /** What the line does with what it should carry. */
    enum State {
        OPEN,
        /** Every piece comes late. */
        SLOW,
        /** Connections stand, and nothing comes through: nobody is told. */
        SILENT,
        /** Connections end, and new ones end at once. */
        CUT
    }

    private static final int PIECE = 64 * 1024;

    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile long delayMillis;
    private State state = State.OPEN;

    Link() throws IOException {
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Where it leads. */
    void leadTo(int port) {
        target = port;
    }

    void slow(long millis) {
        delayMillis = millis;
        become(State.SLOW);
    }

    void silence() {
        become(State.SILENT);
    }

    void cut() {
        become(State.CUT);
        endAll();
    }

    /** Carries again; connections that stood silent are gone, as they are when a machine comes back that was away. */
    void heal() {
        boolean wasSilent;
        synchronized (this) {
            wasSilent = state == State.SILENT;
        }
        if (wasSilent) {
            endAll();
        }
        become(State.OPEN);
    }

    private synchronized void become(State now) {
        state = now;
        notifyAll();
    }

    /** Waits while nothing comes through. */
    private synchronized State passing() throws InterruptedException {
        while (state == State.SILENT && !listener.isClosed()) {
            wait();
        }
        return state;
    }

    private void endAll() {
        sockets.forEach(Link::end);
        sockets.clear();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                Thread.ofVirtual().start(() -> join(near));
            } catch (IOException e) {
                // Closed, or one caller was gone before he was heard.
            }
        }
    }

    private void join(Socket near) {
        sockets.add(near);
        try {
            if (passing() == State.CUT) {
                end(near);
                return;
            }
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> carry(far, near));
            carry(near, far);
        } catch (IOException e) {
            end(near);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(near);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (passing() == State.SLOW) {
                    Thread.sleep(delayMillis);
                }
                out.write(piece, 0, read);
            }
        } catch (IOException e) {
            // The other end has gone; both go.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from);
            end(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        become(State.CUT);
        endAll();
    }
}
