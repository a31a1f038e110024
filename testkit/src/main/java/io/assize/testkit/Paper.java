package io.assize.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Tag;

/**
 * This test shows that a published system works here: it runs what its users are promised, and
 * would fail if that gave another result.
 *
 * <p>Which systems work is derived from these marks and never written by hand: {@code assize
 * papers} shows them.
 */
@API(status = API.Status.EXPERIMENTAL)
@Documented
@Tag("paper")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Paper {

  /** Id of the system in the list of systems: {@code B04}. */
  String value();

  /** What of the promise is not there yet, in a few words; empty where all of it is shown. */
  String lacks() default "";
}
