/**
 * A network that breaks, between any client and any server of this machine. Owns: one loopback port
 * in front of a server, and what is wrong with the connections through it. A test switches a fault
 * on at a point that it sees, in bytes or by what they say, never after a time.
 */
package parley.testkit.network;
