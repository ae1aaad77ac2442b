/**
 * Breaks an installation under load and holds it to what was promised: nothing that was acknowledged is lost, doubled, reordered or
 * stuck. Who checks reads tables and log as they are and folds events by their contracts; none of it is the services' own code.
 */
@NullMarked
package io.huiyin.bench.faults;

import org.jspecify.annotations.NullMarked;
