/** Accounts as others see them, and what the gateway needs to know a person by a password. */
package parley.contract.account;
