package io.huiyin.bench.run;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One kept connection of HTTP/1.1 that waits for an answer before it asks again, and looks at no more of it than it must. */
final class Wire implements AutoCloseable {

    private static final int ROOM = 64 * 1024;
    private static final int STATUS = "HTTP/1.1 ".length();

    private final SocketChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(ROOM);
    private final byte[] head = new byte[ROOM];
    private final ByteBuffer in = ByteBuffer.wrap(head);

    private long due;
    private int headEnd;
    private long missing;

    Wire(InetSocketAddress address, Selector selector) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** When the request under way should have been sent. */
    long due() {
        return due;
    }

    void send(Requests requests, long dueAt) throws IOException {
        due = dueAt;
        headEnd = 0;
        in.clear();
        out.clear();
        requests.next(out);
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Takes what has come; true when the answer is whole. */
    boolean receive() throws IOException {
        int scanned = in.position();
        int read = channel.read(in);
        if (read < 0) {
            throw new EOFException("the server has closed a connection");
        }
        if (headEnd > 0) {
            missing -= read;
        } else {
            headEnd = endOfHead(Math.max(0, scanned - 3));
            if (headEnd == 0) {
                return false;
            }
            missing = headEnd + length() - in.position();
        }
        if (missing < 0) {
            throw new IOException("more than one answer to one request");
        }
        // The body is let go, the head stays.
        in.position(headEnd);
        return missing == 0;
    }

    int status() {
        return (head[STATUS] - '0') * 100 + (head[STATUS + 1] - '0') * 10 + head[STATUS + 2] - '0';
    }

    /** A header of the answer, by its name in lower case. */
    @Nullable
    String header(String name) {
        String wanted = "\r\n" + name + ": ";
        String text = new String(head, 0, headEnd, StandardCharsets.ISO_8859_1);
        int at = text.toLowerCase(Locale.ROOT).indexOf(wanted);
        return at < 0 ? null : text.substring(at + wanted.length(), text.indexOf("\r\n", at + 2));
    }

    private int endOfHead(int from) {
        for (int at = from; at + 3 < in.position(); at++) {
            if (head[at] == '\r' && head[at + 1] == '\n' && head[at + 2] == '\r' && head[at + 3] == '\n') {
                return at + 4;
            }
        }
        return 0;
    }

    /** What Content-Length says; nothing else follows the answers asked for here. */
    private long length() throws IOException {
        int status = status();
        if (status == 204 || status == 304) {
            return 0;
        }
        for (int at = STATUS; at < headEnd - 15; at++) {
            if (head[at] == '\n' && isContentLength(at + 1)) {
                long length = 0;
                for (int digit = at + 17; head[digit] != '\r'; digit++) {
                    length = length * 10 + head[digit] - '0';
                }
                return length;
            }
        }
        throw new IOException(
                "an answer without Content-Length: " + new String(head, 0, headEnd, StandardCharsets.UTF_8));
    }

    private boolean isContentLength(int at) {
        String name = "content-length: ";
        for (int i = 0; i < name.length(); i++) {
            if ((head[at + i] | 0x20) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
