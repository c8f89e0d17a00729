/**
 * The presence context: who is online, away or typing, and what of it may be shown to whom.
 *
 * <p>Is to own the leases of connections and of watchers in Redis, typing marks and live previews,
 * none of which ever reach PostgreSQL. At present it holds the connection to Redis and tells
 * whether Redis answers.
 *
 * <p>Does not own sessions, sockets or delivery: those are the gateway's. Talks to Redis, and to
 * other contexts over the bus only.
 */
package parley.presence;
