/**
 * Rolls: who is at a gateway, as it reports, and until when that holds.
 *
 * <p>Owns the operation {@code presence.roll.report} and the end of rolls that nobody renewed.
 * Reports of one roll take effect in the order of their numbers, whichever process they reach.
 */
package parley.presence.roll;
