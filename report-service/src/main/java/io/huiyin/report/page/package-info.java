/** A report as a printable page. */
@NullMarked
package io.huiyin.report.page;

import org.jspecify.annotations.NullMarked;
