/** Kafka: clients and the form of a record. */
@NullMarked
package io.huiyin.kernel.log;

import org.jspecify.annotations.NullMarked;
