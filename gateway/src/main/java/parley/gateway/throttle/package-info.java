/**
 * How often somebody may try: log-in, sign-up, refresh.
 *
 * <p>Owns: the token buckets, in Redis for all gateways together ({@code throttle:*}), in the
 * memory of one event loop while Redis is away. Does not own: the buckets of the socket's gate.
 * Talks to: Redis.
 */
package parley.gateway.throttle;
