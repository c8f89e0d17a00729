/**
 * Conversations: rooms and their directory, those of two people, members, read marks, lists of an
 * account.
 *
 * <p>Owns: the rows of {@code conversation} and {@code member}. Does not own: who may do what,
 * which chat has decided and names by the policy version; messages. Talks to: PostgreSQL. Ordering:
 * a change of a membership takes numbers in the conversation's feed and in the account's in one
 * transaction.
 */
package parley.persistence.conversation;
