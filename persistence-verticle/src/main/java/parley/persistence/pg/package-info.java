/**
 * The way to PostgreSQL: where it is, a bounded pool, transactions, deadlines, and the one place
 * where its errors become failure codes.
 *
 * <p>Owns: connections and their settings. Does not own: any table or statement, see the stores in
 * the packages beside this one. Talks to: PostgreSQL.
 */
package parley.persistence.pg;
