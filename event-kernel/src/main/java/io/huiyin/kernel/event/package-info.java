/** Events: fixed names, JSON, envelope, positions. */
@NullMarked
package io.huiyin.kernel.event;

import org.jspecify.annotations.NullMarked;
