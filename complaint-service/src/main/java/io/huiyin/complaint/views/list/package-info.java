/** The list of complaints. */
@NullMarked
package io.huiyin.complaint.views.list;

import org.jspecify.annotations.NullMarked;
