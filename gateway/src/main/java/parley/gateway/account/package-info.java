/**
 * Accounts over HTTP: signing up, logging in, changing a password, inviting, the first
 * administrator.
 *
 * <p>Owns: who may sign up, what a user name and a password may be, which names look alike, the
 * cost of a wrong log-in. Does not own: the stored account (persistence), the session that follows
 * ({@link parley.gateway.session}). Talks to: persistence over the bus.
 */
package parley.gateway.account;
