/** Conversations, rooms among them: who belongs to them and how people find them. */
package parley.contract.conversation;
