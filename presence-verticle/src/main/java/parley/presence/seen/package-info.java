/**
 * When people were last here: that it is told no more of those who do not share it.
 *
 * <p>Does not own the choice, which persistence keeps and gateways report with the roll; that the
 * moment is noted is a part of how accounts leave rolls.
 */
package parley.presence.seen;
