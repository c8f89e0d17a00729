/**
 * The web client's files, served from memory.
 *
 * <p>Owns: which paths are the client's own, caching by content hash, compression. Does not own:
 * the client (it is built elsewhere and found on the class path), security headers.
 */
package parley.gateway.files;
