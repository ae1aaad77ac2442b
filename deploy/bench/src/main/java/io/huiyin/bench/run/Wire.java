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
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One kept connection of HTTP/1.1 that waits for an answer before it asks again, and looks at no more of it than it must. */
final class Wire implements AutoCloseable {

    private static final int ROOM = 64 * 1024;
    private static final int STATUS = "HTTP/1.1 ".length();

    /** What a body of chunks ends with; JSON has no line break of its own. */
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final long CHUNKED = -1;

    private final SocketChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(ROOM);
    private final byte[] head = new byte[ROOM];
    private final ByteBuffer in = ByteBuffer.wrap(head);

    private long due;
    private int headEnd;
    private long length;
    private long received;

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
            received += read;
        } else {
            headEnd = endOfHead(Math.max(0, scanned - 3));
            if (headEnd == 0) {
                return false;
            }
            length = length();
            received = (long) in.position() - headEnd;
        }
        if (length == CHUNKED) {
            return isLastChunk();
        }
        if (received > length) {
            throw new IOException("more than one answer to one request");
        }
        // The body is let go, the head stays.
        in.position(headEnd);
        return received == length;
    }

    /** Of the body no more is kept than its end may be told by. */
    private boolean isLastChunk() {
        int end = in.position();
        int kept = Math.min(LAST_CHUNK.length, end - headEnd);
        boolean last = Arrays.equals(head, end - kept, end, LAST_CHUNK, 0, LAST_CHUNK.length);
        System.arraycopy(head, end - kept, head, headEnd, kept);
        in.position(headEnd + kept);
        return last;
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

    /** What Content-Length says, or {@link #CHUNKED}. */
    private long length() throws IOException {
        int status = status();
        if (status == 204 || status == 304) {
            return 0;
        }
        for (int at = STATUS; at < headEnd; at++) {
            if (head[at] != '\n') {
                continue;
            }
            if (begins(at + 1, "content-length: ")) {
                long number = 0;
                for (int digit = at + 17; head[digit] != '\r'; digit++) {
                    number = number * 10 + head[digit] - '0';
                }
                return number;
            }
            if (begins(at + 1, "transfer-encoding: chunked")) {
                return CHUNKED;
            }
        }
        throw new IOException("an answer of unknown length: " + new String(head, 0, headEnd, StandardCharsets.UTF_8));
    }

    private boolean begins(int at, String name) {
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
