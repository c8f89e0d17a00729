/**
 * The authorisation matrix: everything that a browser can reach, asked by everybody who might ask.
 * Owns: the reading of the table {@code authorisation.csv} and what each of its words means. Does
 * not own: the expectations, which are written by hand in that table.
 */
package parley.launcher.matrix;
