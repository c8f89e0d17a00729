/**
 * Whether this process lives, and whether what it needs answers.
 *
 * <p>Owns: the two health pages. Does not own: how a part finds out how it is; each part answers
 * for itself over the bus.
 */
package parley.gateway.health;
