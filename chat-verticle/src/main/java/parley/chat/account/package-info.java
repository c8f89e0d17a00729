/** Accounts as other people see them. Does not own signing up or in: that is the gateway's. */
package parley.chat.account;
