/** Measures an installation of its own beside bare controls: how fast, at what cost, how far behind. It reports and never judges. */
@NullMarked
package io.huiyin.bench.run;

import org.jspecify.annotations.NullMarked;
