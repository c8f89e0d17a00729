/**
 * The caller's own conversations, and the one decision that grants access to any of them.
 *
 * <p>Owns {@link parley.chat.conversation.Membership}: reading, writing and listening are decided
 * there and nowhere else. Does not own rooms as such, see {@code parley.chat.room}.
 */
package parley.chat.conversation;
