package parley.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the constructor of a record checks about a component, as far as a JSON Schema can tell it:
 * for the served documents. On a type: what its text looks like. Checks nothing itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Bounds {
  /** The least number, UTF-16 units of a text, or elements of a list. */
  long least() default Long.MIN_VALUE;

  /** The greatest number, UTF-16 units of a text, or elements of a list. */
  long most() default Long.MAX_VALUE;

  /** A regular expression that the whole text matches; empty for any text. */
  String pattern() default "";
}
