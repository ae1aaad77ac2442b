package io.huiyin.kernel.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name an event has for ever, whatever its class is called. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

    /** Kebab-case, aggregate first, past tense: {@code complaint-registered}. */
    String value();

    /** Rises only when a reader of the old shape would break. */
    int version() default 1;
}
