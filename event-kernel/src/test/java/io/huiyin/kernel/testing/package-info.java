/** What the tests of kernel and services share; published as test-jar. */
@NullMarked
package io.huiyin.kernel.testing;

import org.jspecify.annotations.NullMarked;
