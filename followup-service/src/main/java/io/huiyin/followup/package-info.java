/** Customers and, later, programmes, plans, follow-up tasks and surveys. */
@NullMarked
package io.huiyin.followup;

import org.jspecify.annotations.NullMarked;
