/** Token buckets, in Redis and in memory. */
package parley.gateway.throttle;
