/**
 * Real PostgreSQL and Redis servers as child processes of this JVM, so that one command runs
 * everything without an installed server.
 *
 * <p>Owns: the data folder (lock, unpacked binaries, both servers' files and generated passwords)
 * and the life of the two processes: they listen on loopback only, need a password, are started
 * again when they end by themselves, and die with the JVM, however it dies; where there is no
 * {@code setpriv}, the next start ends what is left.
 *
 * <p>Does not own: schema, keys, or anything else inside the servers; which process needs a server;
 * shutdown order (whoever starts a server stops it).
 *
 * <p>Talks to: the operating system only. Everything here blocks and must not run on an event loop.
 */
package parley.embedded;
