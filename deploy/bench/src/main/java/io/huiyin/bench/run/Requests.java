package io.huiyin.bench.run;

import java.nio.ByteBuffer;

/** What a load asks, one request after the other. */
@FunctionalInterface
interface Requests {

    /** Writes the next request, whole. */
    void next(ByteBuffer into);
}
