/**
 * Real PostgreSQL and Redis for tests, as JUnit extensions.
 *
 * <p>Owns: at most one durable and one fast PostgreSQL and one Redis per test JVM, started when
 * first wanted and stopped after the last test; one fresh database per test class.
 *
 * <p>Does not own: the schema (a test migrates its own database), slow or broken networks.
 *
 * <p>Talks to: {@code parley.embedded}, which runs the servers under the module's {@code target}
 * folder.
 */
package parley.testkit.servers;
