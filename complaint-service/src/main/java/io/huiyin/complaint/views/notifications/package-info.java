/** Inboxes: who was told of what, and who has read it. */
@NullMarked
package io.huiyin.complaint.views.notifications;

import org.jspecify.annotations.NullMarked;
