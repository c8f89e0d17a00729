/**
 * The published client of the event-bus bridge against Parley. Owns: starting it in Node. Does not
 * own: the program that uses it, which is in {@code launcher/src/test/stock-client}.
 */
package parley.launcher.stock;
