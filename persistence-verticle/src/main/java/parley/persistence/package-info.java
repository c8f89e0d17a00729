/**
 * Persistence: everything that must outlive a restart, in PostgreSQL.
 *
 * <p>Owns: the tables, the numbering of feeds, the sessions' truth; the {@code persistence.*}
 * operations and the {@code persistence.heads} signal. Does not own: who may do what, which chat
 * decides; passwords and tokens, which the gateway makes. Talks to: PostgreSQL. Ordering: numbers
 * of a feed have no holes; a reply follows the commit; the order between feeds is not promised.
 */
package parley.persistence;
