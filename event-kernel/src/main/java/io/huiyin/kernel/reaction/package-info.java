/** Policies: what a service does of its own accord when something happened. */
@NullMarked
package io.huiyin.kernel.reaction;

import org.jspecify.annotations.NullMarked;
