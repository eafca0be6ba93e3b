package jp.tsunagi.base.trace;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States which row a route leaves, one of several where what was sent decides. A route without it
 * fails the build; a missing row stops it: nothing is changed, nothing is sent.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Traced {
  Action[] value();

  /**
   * Whether a refusal (422) shows nothing but what the person typed. Everywhere else it shows the
   * child again, and leaves the row of a view.
   */
  boolean onlyTyped() default false;
}
