/**
 * Dice for conversations: the example of an extension, small and whole.
 *
 * <p>Owns: {@code dice.roll.throw}, and what members of a conversation hear about throws. Does not
 * own: who is a member, which it asks of {@code chat}; any storage, it keeps nothing. Throws are
 * told at most once and without numbers; who misses one asks again with the same id.
 */
package dice;
