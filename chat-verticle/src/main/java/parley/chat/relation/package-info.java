/**
 * Who may reach whom: one decision for conversations and for presence. Owns no state; whatever it
 * needs to know is handed over.
 */
package parley.chat.relation;
