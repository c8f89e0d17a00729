/**
 * What came of reports and of rolls that ran out: told to the gateways that watch, and to no other.
 *
 * <p>Owns the changes that wait to leave; they are lost with the process, and found by the next
 * renewal of whoever watches. A change goes to each gateway at most once.
 */
package parley.presence.change;
