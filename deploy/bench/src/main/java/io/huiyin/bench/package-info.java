/** Drives a whole installation from outside, through what it offers to everybody, and holds it to a ledger of its own. */
@NullMarked
package io.huiyin.bench;

import org.jspecify.annotations.NullMarked;
