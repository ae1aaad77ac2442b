/** What reports take from the complaint service's events. */
@NullMarked
package io.huiyin.report.incoming.complaint;

import org.jspecify.annotations.NullMarked;
