/** Hashes and their queue. */
package parley.gateway.password;
