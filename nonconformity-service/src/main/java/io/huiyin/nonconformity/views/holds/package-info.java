/** What may not be issued, used, shipped or processed further. */
@NullMarked
package io.huiyin.nonconformity.views.holds;

import org.jspecify.annotations.NullMarked;
