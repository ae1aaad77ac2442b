/** Reported lots and, later, inspections, nonconformities, corrective actions, incidents and information sheets. */
@NullMarked
package io.huiyin.nonconformity;

import org.jspecify.annotations.NullMarked;
