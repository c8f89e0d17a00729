/**
 * Messages: who may write, and the pages of what was written.
 *
 * <p>Owns the decision to append and the announcement of what was appended. Does not own numbers,
 * repeats or storage: persistence decides those in one transaction.
 */
package parley.chat.message;
