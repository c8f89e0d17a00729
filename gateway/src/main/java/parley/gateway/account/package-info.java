/**
 * Accounts over HTTP: signing up and logging in.
 *
 * <p>Owns: what a user name and a password may be, which names look alike, the cost of a wrong
 * log-in. Does not own: the stored account (persistence), the session that follows ({@link
 * parley.gateway.session}). Talks to: persistence over the bus.
 */
package parley.gateway.account;
