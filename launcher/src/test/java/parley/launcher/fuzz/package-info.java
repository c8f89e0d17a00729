/**
 * Frames that nobody should send, against everything in one process. Owns: the grammar of such
 * frames and the oracle that judges what comes back. Does not own: the protocol itself, see {@code
 * parley.gateway.bridge}.
 */
package parley.launcher.fuzz;
