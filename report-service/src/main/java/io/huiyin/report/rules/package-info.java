/** The rules of reports, one file each. */
@NullMarked
package io.huiyin.report.rules;

import org.jspecify.annotations.NullMarked;
