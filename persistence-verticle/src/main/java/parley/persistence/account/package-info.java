/**
 * Accounts. Owns: the rows of {@code account} and the words by which people are found. Does not
 * own: how user names are normalised and passwords hashed, which the gateway does; friends and
 * rights. Talks to: PostgreSQL.
 */
package parley.persistence.account;
