package parley.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One sentence about a message or a component of a message, kept at run time because Javadoc is
 * not: the generated TypeScript and reference pages show it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Doc {
  /** The sentence, with units and bounds where there are any. */
  String value();

  /** True for a component that may be absent; absent is {@code null} in Java and no key in JSON. */
  boolean optional() default false;
}
