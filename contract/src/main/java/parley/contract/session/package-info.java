/** Sessions: their truth in the database, their rotation and their end. */
package parley.contract.session;
