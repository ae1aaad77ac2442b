package io.huiyin.kernel.lease;

import java.util.OptionalLong;

/** One lease, as whoever wants to hold it sees it. Every call blocks. */
public interface Lease {

    /** The lease's new epoch, or empty when another instance holds it. */
    OptionalLong acquire();

    /** Holds on; false when the lease has gone to somebody else. */
    boolean renew(long epoch);

    /** Lets go, so that another instance need not wait. */
    void release(long epoch);
}
