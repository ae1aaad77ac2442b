/** Reports: compiled, submitted, approved, issued; never changed after that. */
@NullMarked
package io.huiyin.report;

import org.jspecify.annotations.NullMarked;
