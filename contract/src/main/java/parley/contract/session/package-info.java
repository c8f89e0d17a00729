/** Sessions: their truth in the database, their end, and resuming a socket. */
package parley.contract.session;
