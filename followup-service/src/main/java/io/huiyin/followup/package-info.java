/** Customers, and the follow-ups that ask them whether their matters are settled. */
@NullMarked
package io.huiyin.followup;

import org.jspecify.annotations.NullMarked;
