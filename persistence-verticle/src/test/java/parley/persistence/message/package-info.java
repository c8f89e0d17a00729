/** Tests of appending and of history. */
package parley.persistence.message;
