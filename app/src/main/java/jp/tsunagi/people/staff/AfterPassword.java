package jp.tsunagi.people.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;

/**
 * What is done here must not be done by whoever finds an open screen, nor by who knows no more than
 * a PIN: the password was shown a moment ago, or is asked for first.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AfterPassword {
  /** The page that leads here is one step up; otherwise it has the same address. */
  boolean up() default false;

  /** How long ago, when a page is asked for. */
  Duration TO_SEE = Duration.ofMinutes(10);

  /** And when its form is sent: whoever fills it in is not asked in the middle. */
  Duration TO_SEND = Duration.ofMinutes(60);
}
