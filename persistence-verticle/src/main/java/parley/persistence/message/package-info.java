/**
 * Messages: appending and reading them.
 *
 * <p>Owns: the rows of {@code message}; the queue before them. Does not own: who may write, see the
 * policy version that every append names. Talks to: PostgreSQL. Ordering: numbers of a conversation
 * have no holes and grow in the order of commit; a reply follows the commit.
 */
package parley.persistence.message;
