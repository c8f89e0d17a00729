/**
 * The HTTP side of the gateway put together: what a process has once, what each event loop has, and
 * the order of the routes. Decides nothing.
 *
 * <p>Owns: wiring only. Talks to: all other packages of the HTTP side.
 */
package parley.gateway.api;
