/** Tokens, keys, and the memory of sessions that ended. */
package parley.gateway.session;
