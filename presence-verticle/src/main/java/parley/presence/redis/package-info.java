/** The one way from presence to Redis. Owns time-outs and reconnecting; owns no key. */
package parley.presence.redis;
