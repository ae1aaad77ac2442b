/** What stands in a report. */
@NullMarked
package io.huiyin.report.content;

import org.jspecify.annotations.NullMarked;
