/** Tests of the server extensions, on real servers. */
package parley.testkit.servers;
