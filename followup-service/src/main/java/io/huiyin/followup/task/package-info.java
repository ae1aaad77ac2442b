/** Follow-ups: a customer is asked whether his matter is settled, until he confirms it. */
@NullMarked
package io.huiyin.followup.task;

import org.jspecify.annotations.NullMarked;
