/** What we take from the complaint service. */
@NullMarked
package io.huiyin.nonconformity.incoming.complaint;

import org.jspecify.annotations.NullMarked;
