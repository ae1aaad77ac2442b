/** The rules about customers. */
@NullMarked
package io.huiyin.followup.customer.rules;

import org.jspecify.annotations.NullMarked;
