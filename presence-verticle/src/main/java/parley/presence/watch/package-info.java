/**
 * Watches: whom to tell of which account, and until when.
 *
 * <p>Owns the operation {@code presence.watch.renew}. Does not know who may see whom: gateways
 * watch for people whom the chat context has allowed to.
 */
package parley.presence.watch;
