package io.huiyin.bench.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A request made once, with places for numbers: each run of {@code #} takes as many digits as it is long. */
final class Template {

    private static final byte PLACE = '#';

    private final byte[] bytes;
    private final int[] ends;
    private final int[] widths;

    Template(String text) {
        bytes = text.getBytes(StandardCharsets.UTF_8);
        ends = IntStream.range(0, bytes.length)
                .filter(at -> bytes[at] == PLACE && (at + 1 == bytes.length || bytes[at + 1] != PLACE))
                .toArray();
        widths = Arrays.stream(ends).map(this::width).toArray();
    }

    /** A POST of JSON; the places of the key and of the body count on. */
    static Template post(String address, String path, String headers, String key, String json) {
        return new Template("POST " + path + " HTTP/1.1\r\nHost: " + address + "\r\n" + headers
                + "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
    }

    static Template get(String address, String path, String headers) {
        return new Template("GET " + path + " HTTP/1.1\r\nHost: " + address + "\r\n" + headers + "\r\n");
    }

    private int width(int end) {
        int begin = end;
        while (begin >= 0 && bytes[begin] == PLACE) {
            begin--;
        }
        return end - begin;
    }

    /** Writes it with these numbers in its places, in order; what is too long loses its first digits. */
    void write(ByteBuffer into, long... numbers) {
        int start = into.position();
        into.put(bytes);
        for (int place = 0; place < ends.length; place++) {
            long rest = numbers[place];
            for (int digit = 0; digit < widths[place]; digit++, rest /= 10) {
                into.put(start + ends[place] - digit, (byte) ('0' + rest % 10));
            }
        }
    }
}
