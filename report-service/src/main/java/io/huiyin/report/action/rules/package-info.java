/** The rules of improvement actions, one file each. */
@NullMarked
package io.huiyin.report.action.rules;

import org.jspecify.annotations.NullMarked;
