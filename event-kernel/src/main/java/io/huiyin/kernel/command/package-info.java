/** The command path: load, fold, decide, append. */
@NullMarked
package io.huiyin.kernel.command;

import org.jspecify.annotations.NullMarked;
