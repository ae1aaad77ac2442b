/** What the nonconformity service says, as far as complaints are concerned: our tolerant copy. */
@NullMarked
package io.huiyin.complaint.incoming.nonconformity;

import org.jspecify.annotations.NullMarked;
