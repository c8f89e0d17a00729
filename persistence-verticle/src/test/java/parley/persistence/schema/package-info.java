/** Tests of the migrations. */
package parley.persistence.schema;
