/**
 * What Mozilla's HTTP Observatory would say of Parley. Owns: its published scoring, as far as a
 * server without TLS can be judged. Does not own: the headers, see {@code parley.gateway.http}.
 */
package parley.launcher.observatory;
