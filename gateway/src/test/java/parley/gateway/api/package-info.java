/** The HTTP side over real HTTP, with a real Redis and a persistence in memory behind the bus. */
package parley.gateway.api;
