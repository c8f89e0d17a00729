/**
 * Lets deleted accounts leave what they belonged to: conversations, friends, blocks. Owns: the rows
 * of {@code account_deletion} once they are there. Does not own: the deletion itself, which is the
 * account's. Each step is a transaction of its own; what changed is told by the beacon.
 */
package parley.persistence.departure;
