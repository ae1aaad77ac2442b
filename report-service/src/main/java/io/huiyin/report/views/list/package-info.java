/** The list of reports. */
@NullMarked
package io.huiyin.report.views.list;

import org.jspecify.annotations.NullMarked;
