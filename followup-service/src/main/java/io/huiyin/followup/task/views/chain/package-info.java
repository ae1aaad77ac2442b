/** Chains of contacts, with what the customers said. */
@NullMarked
package io.huiyin.followup.task.views.chain;

import org.jspecify.annotations.NullMarked;
