/**
 * The documents about the surface: OpenAPI for HTTP, AsyncAPI for the bus.
 *
 * <p>Owns: how they are written from the declared routes and the catalogue, and that they are
 * served. Does not own: any route or address; each is declared beside what serves it. Talks to:
 * nobody.
 */
package parley.gateway.docs;
