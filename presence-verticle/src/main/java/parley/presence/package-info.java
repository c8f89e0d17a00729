/**
 * The presence context: who is online, and which gateway is told when that changes.
 *
 * <p>Owns in Redis the rolls of who is at which gateway and the leases of gateways that watch
 * accounts; neither ever reaches PostgreSQL, and both are rebuilt by the gateways when they are
 * lost. Also when somebody was last here, of those who share it; that is lost with Redis. Any
 * number of instances may run, in any number of processes: Redis alone decides.
 *
 * <p>Does not own sessions, sockets or delivery: those are the gateway's; nor who may see whom:
 * that is chat's. Talks to Redis, and to other contexts over the bus only.
 */
package parley.presence;
