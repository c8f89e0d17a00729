/** Tests of relations. */
package parley.persistence.relation;
