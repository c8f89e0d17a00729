/**
 * Friends, requests and blocks, and who may reach whom: one decision ({@link
 * parley.chat.relation.Reachability}) for conversations, invitations and presence. Owns no state:
 * what it needs to know is read from persistence each time.
 */
package parley.chat.relation;
