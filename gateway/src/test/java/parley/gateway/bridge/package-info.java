/** The gate without HTTP: sockets are recordings, persistence and chat answer as a test says. */
package parley.gateway.bridge;
