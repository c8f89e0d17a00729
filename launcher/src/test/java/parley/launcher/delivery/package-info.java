/**
 * Whether acknowledged means kept: a model client that follows docs/delivery.md and writes down all
 * that it hears, the oracle that judges what several of them wrote, and faults under them.
 *
 * <p>{@link parley.launcher.delivery.Trial} is where to begin: it gathers clients in processes of
 * their own, lets them talk and judges in the end. Whoever adds a fault breaks something meanwhile.
 */
package parley.launcher.delivery;
