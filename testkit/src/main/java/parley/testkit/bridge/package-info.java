/**
 * People for tests: they sign up over HTTP and talk over the real bridge. Owns: a blocking client
 * with deadlines, so that a test reads from top to bottom. Does not own: any expectation.
 */
package parley.testkit.bridge;
