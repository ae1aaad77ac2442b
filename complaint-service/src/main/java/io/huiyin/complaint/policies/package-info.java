/** What happens to complaints because something happened elsewhere. */
@NullMarked
package io.huiyin.complaint.policies;

import org.jspecify.annotations.NullMarked;
