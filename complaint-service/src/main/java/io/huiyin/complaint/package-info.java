/** Complaints: filed once, from any channel. */
@NullMarked
package io.huiyin.complaint;

import org.jspecify.annotations.NullMarked;
