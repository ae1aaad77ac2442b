/** What this service does of its own accord when something happened. */
@NullMarked
package io.huiyin.report.policies;

import org.jspecify.annotations.NullMarked;
