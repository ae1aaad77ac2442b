/** What the follow-up service says, as far as complaints are concerned: our tolerant copy. */
@NullMarked
package io.huiyin.complaint.incoming.followup;

import org.jspecify.annotations.NullMarked;
