/**
 * The tables and how they come to be. Owns: the migrations in {@code parley/schema}, applied in
 * order, each once, by whichever process comes first. Talks to: PostgreSQL, over JDBC, at start
 * only.
 */
package parley.persistence.schema;
