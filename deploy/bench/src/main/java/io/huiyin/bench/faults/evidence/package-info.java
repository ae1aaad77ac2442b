/** What one can see of an installation from outside all services: the ledger of who asked, the event tables, the log, the views. */
@NullMarked
package io.huiyin.bench.faults.evidence;

import org.jspecify.annotations.NullMarked;
