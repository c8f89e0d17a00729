/**
 * The one way from presence to Redis: the connection with its time-outs, the names of the keys, and
 * one class for each script.
 *
 * <p>Owns all keys {@code presence:*}. Every script takes effect as a whole and reads Redis's own
 * clock, so that any number of processes may run them at once.
 */
package parley.presence.redis;
