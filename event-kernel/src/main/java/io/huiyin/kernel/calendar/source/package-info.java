/** Where the special days of a business calendar come from: rules, announcements and files. */
@NullMarked
package io.huiyin.kernel.calendar.source;

import org.jspecify.annotations.NullMarked;
