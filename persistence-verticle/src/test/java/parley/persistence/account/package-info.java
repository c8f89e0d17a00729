/** Tests of accounts. */
package parley.persistence.account;
