/**
 * A bus that loses, holds back and counts, for tests of everything in one JVM. Owns: which messages
 * a test wants broken, and what became of them. Does not own: the processes of a cluster; those are
 * killed, frozen ({@code parley.testkit.process}) or put behind a broken network ({@code
 * parley.testkit.network}).
 */
package parley.testkit.bus;
