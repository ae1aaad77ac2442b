/** What reports take from the follow-up service's events. */
@NullMarked
package io.huiyin.report.incoming.followup;

import org.jspecify.annotations.NullMarked;
