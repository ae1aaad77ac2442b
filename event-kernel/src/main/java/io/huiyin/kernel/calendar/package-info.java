/** The business calendar: when an organisation works, as pure functions of data (RULEBOOK X-09). */
@NullMarked
package io.huiyin.kernel.calendar;

import org.jspecify.annotations.NullMarked;
