package io.huiyin.complaint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event that somebody is told of. Events of before do not say who. */
public interface Notice {

    /** Who is told; null for nobody. */
    @Nullable
    List<Recipient> notified();
}
