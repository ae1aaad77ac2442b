/** The register of improvement actions, and the figures that reports take from it. */
@NullMarked
package io.huiyin.report.action.views.register;

import org.jspecify.annotations.NullMarked;
