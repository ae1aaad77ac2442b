/** The shared library of the services: deciding, events, store, relay, views, HTTP. No business noun in it. */
@NullMarked
package io.huiyin.kernel;

import org.jspecify.annotations.NullMarked;
