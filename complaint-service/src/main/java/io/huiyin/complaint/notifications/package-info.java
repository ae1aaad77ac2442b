/** Confirming that one has read what one was told. */
@NullMarked
package io.huiyin.complaint.notifications;

import org.jspecify.annotations.NullMarked;
