/** What we take from the complaint service. */
@NullMarked
package io.huiyin.followup.incoming.complaint;

import org.jspecify.annotations.NullMarked;
