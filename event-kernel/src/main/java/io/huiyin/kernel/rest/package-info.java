/** HTTP: problem details, strict JSON, paging, event feed. */
@NullMarked
package io.huiyin.kernel.rest;

import org.jspecify.annotations.NullMarked;
