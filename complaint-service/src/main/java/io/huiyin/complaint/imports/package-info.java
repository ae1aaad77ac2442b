/** Historical cases from files. */
@NullMarked
package io.huiyin.complaint.imports;

import org.jspecify.annotations.NullMarked;
