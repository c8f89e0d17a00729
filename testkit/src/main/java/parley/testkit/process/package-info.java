/**
 * What may happen to the process of a server: it dies without warning, or stands still. Owns: the
 * signals and the waiting for their effect. Does not own: any process; who started one ends it.
 */
package parley.testkit.process;
