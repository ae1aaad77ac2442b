/** Runs the parts of one installation on this machine: PostgreSQL, Kafka and the services. */
@NullMarked
package io.huiyin.embedded;

import org.jspecify.annotations.NullMarked;
