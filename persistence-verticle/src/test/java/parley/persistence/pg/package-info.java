/** Tests of the way to PostgreSQL. */
package parley.persistence.pg;
