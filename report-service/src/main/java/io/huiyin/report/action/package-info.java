/** Improvement actions: every problem has somebody who removes its cause, and somebody else who says whether that helped. */
@NullMarked
package io.huiyin.report.action;

import org.jspecify.annotations.NullMarked;
