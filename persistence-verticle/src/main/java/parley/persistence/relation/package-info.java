/**
 * How people stand to each other, on both sides or on none, and what that comes to.
 *
 * <p>Owns the tables {@code relation} and the settings in {@code account}, and the exact state of a
 * pair under the lock of both feeds ({@link parley.persistence.relation.Step}). Does not own who
 * may reach whom: chat decides that from a {@link parley.contract.relation.Bond}.
 */
package parley.persistence.relation;
