/** What reports take from the nonconformity service's events. */
@NullMarked
package io.huiyin.report.incoming.nonconformity;

import org.jspecify.annotations.NullMarked;
