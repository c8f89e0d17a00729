/**
 * Finds event loops that are kept from their work while tests run. Owns: what counts as blocking
 * ({@link parley.testkit.vertx.Blocking}) and the thread that watches. Does not own: any Vert.x; it
 * watches all event loops of the JVM, whoever made them.
 */
package parley.testkit.vertx;
