/** The rules of complaints, a file each. */
@NullMarked
package io.huiyin.complaint.rules;

import org.jspecify.annotations.NullMarked;
