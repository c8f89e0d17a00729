/**
 * The gateway's way to Redis: each call has a deadline, and while Redis is away calls fail at once.
 *
 * <p>Owns: the client of one event loop. Does not own: any key; see {@link parley.gateway.session}
 * and {@link parley.gateway.throttle}.
 */
package parley.gateway.redis;
