/** The customers known from complaints, with their past complaints. */
@NullMarked
package io.huiyin.followup.customer;

import org.jspecify.annotations.NullMarked;
