/** What names and passwords may be. */
package parley.gateway.account;
