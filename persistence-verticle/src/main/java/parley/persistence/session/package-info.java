/**
 * Sessions: which refresh token is good, and whether a session lives. This is the truth; Redis and
 * the gateways hold copies.
 *
 * <p>Owns: the rows of {@code session}. Does not own: tokens, of which it sees hashes only. Talks
 * to: PostgreSQL.
 */
package parley.persistence.session;
