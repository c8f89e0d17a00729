/**
 * Pictures in their sizes. Owns: the tables that keep them. Does not own: who has which, which
 * stands with the accounts and the conversations.
 */
package parley.persistence.picture;
