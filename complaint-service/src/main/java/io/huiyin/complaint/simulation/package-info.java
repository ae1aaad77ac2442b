/** What another value of a policy would have come to. */
@NullMarked
package io.huiyin.complaint.simulation;

import org.jspecify.annotations.NullMarked;
